import { done, failed, type Answer } from '../core/failure.ts'
import { phoneKeyOf, TRAINING_TRANSPORT_ID, type ListedPhone } from '../core/phone.ts'
import type { Recording } from '../core/recording.ts'
import { benchBeside } from './bench-beside.ts'
import type { Bench } from './phone-link.ts'
import { replayLink } from './replay.ts'

/** More than anybody compares; each holds its text in memory. */
export const MOST_RECORDINGS = 8

export type RecordingBench = Bench & {
  /** Puts a recording on the bench beside the phones; the key of its place. */
  readonly play: (recording: Recording) => Answer<string>
  /** Takes it off again; false when there is none of that key. */
  readonly remove: (key: string) => boolean
}

/** A bench that can hold recordings too, each as a phone of its own that is marked as recorded. */
export const recordingBench = (under: Bench): RecordingBench => {
  const played = new Map<string, { readonly phone: ListedPhone; readonly recording: Recording }>()
  let lastNumber = TRAINING_TRANSPORT_ID
  const { tell, ...bench } = benchBeside(under, {
    phones: () => [...played.values()].map(({ phone }) => phone),
    open: (wanted) => {
      const found = played.get(phoneKeyOf(wanted))
      return found ? replayLink(found.recording, true) : null
    },
  })
  return {
    ...bench,
    play: (recording) => {
      if (played.size >= MOST_RECORDINGS) return failed('recording.too-many', { count: MOST_RECORDINGS })
      // Never a number that another one had: it would be taken for that one, come back.
      lastNumber -= 1
      const { phone, recordedAt } = recording
      const listed = { ...phone, transportId: lastNumber, state: 'device', recordedAt } as const
      const key = phoneKeyOf(listed)
      played.set(key, { phone: listed, recording })
      tell()
      return done(key)
    },
    remove: (key) => {
      const removed = played.delete(key)
      if (removed) tell()
      return removed
    },
  }
}
