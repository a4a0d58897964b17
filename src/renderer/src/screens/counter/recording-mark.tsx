import type { ReactNode } from 'react'
import { closeRecording } from '../../actions/recordings.ts'
import { fullTime } from '../../format.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './recording-mark.module.css'

type RecordingMarkProps = { readonly phoneKey: string; readonly recordedAt: string }

/** That these readings were recorded, so that nobody takes them for the phone on the counter. */
export const RecordingMark = ({ phoneKey, recordedAt }: RecordingMarkProps): ReactNode => {
  const { busy, failure, run } = useAction()
  return (
    <div className={css['mark']}>
      <Icon name="recording" />
      <p>{say('recording.mark', { time: fullTime(recordedAt) })}</p>
      <Button
        kind="quiet"
        icon="cross"
        iconOnly
        words={say('recording.close')}
        busy={busy}
        onPress={() => {
          run(async () => closeRecording(phoneKey))
        }}
      />
      <FailureNote failure={failure} />
    </div>
  )
}
