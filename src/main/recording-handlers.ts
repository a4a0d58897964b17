import { basename } from 'node:path'
import type { CommandHandlers } from '../contract/commands.ts'
import { done, failed } from '../core/failure.ts'
import type { Say } from '../core/words/index.ts'
import type { RecordingBench } from '../device/recording-bench.ts'
import { openRecording, saveRecording } from '../device/recording-file.ts'
import type { Store } from '../storage/store.ts'
import { recordingName, recordingOf } from '../usecases/save-recording.ts'
import { askWhereToSave, askWhichToOpen } from './ask-for-file.ts'

type Parts = {
  readonly store: Store
  readonly recordings: RecordingBench
  readonly inspectionIdOf: (key: string) => string | null
  readonly say: Say
}

type RecordingHandlers = Pick<CommandHandlers, 'recording.save' | 'recording.open' | 'recording.close'>

/** Which file is chosen by the person alone, in the system's own dialog: the window names none. */
export const recordingHandlers = ({ store, recordings, inspectionIdOf, say }: Parts): RecordingHandlers => {
  const filters = [{ name: say('recording.kind'), extensions: ['json'] }]
  const askWhere = (defaultPath: string) =>
    askWhereToSave({ title: say('recording.save'), defaultPath, filters })
  const askWhich = () => askWhichToOpen({ title: say('recording.open'), filters })
  return {
    'recording.save': async ({ key }) => {
      const recording = await recordingOf(store, inspectionIdOf(key))
      if (!recording.ok) return recording
      const file = await askWhere(recordingName(recording.value))
      if (file === null) return done({ name: null })
      const saved = await saveRecording(file, recording.value)
      return saved.ok ? done({ name: basename(file) }) : saved
    },
    'recording.open': async () => {
      const file = await askWhich()
      if (file === null) return done({ key: null })
      const recording = await openRecording(file, basename(file))
      if (!recording.ok) return recording
      const key = recordings.play(recording.value)
      return key.ok ? done({ key: key.value }) : key
    },
    'recording.close': async ({ key }) => (recordings.remove(key) ? done(null) : failed('phone.gone')),
  }
}
