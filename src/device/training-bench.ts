import { TRAINING_TRANSPORT_ID, type ListedPhone } from '../core/phone.ts'
import type { Recording } from '../core/recording.ts'
import { benchBeside } from './bench-beside.ts'
import type { Bench } from './phone-link.ts'
import { replayLink } from './replay.ts'

export type TrainingBench = Bench & {
  /** Puts the training phone on the bench, as it was first recorded. */
  readonly start: () => void
  readonly stop: () => void
  /** The phone as it is after that many fixes; the last recording stays. */
  readonly after: (attempts: number) => void
}

/** A bench that can hold one more phone than are plugged in: a recorded one, to learn on. */
export const trainingBench = (
  real: Bench,
  recordings: readonly Recording[],
  /** What the log says when a sign-in is tried, by recording. */
  logs: readonly (readonly string[])[] = [],
): TrainingBench => {
  let running = false
  let stage = 0
  const first = recordings[0]
  const phone: ListedPhone | null = first
    ? { ...first.phone, transportId: TRAINING_TRANSPORT_ID, state: 'device' }
    : null
  const { tell, ...bench } = benchBeside(real, {
    phones: () => (running && phone ? [phone] : []),
    open: (wanted) => {
      const last = Math.min(stage, recordings.length - 1)
      const recording = recordings[last]
      if (wanted.transportId !== TRAINING_TRANSPORT_ID || !recording) return null
      return replayLink(recording, true, logs[last])
    },
  })
  return {
    ...bench,
    start: () => {
      running = true
      stage = 0
      tell()
    },
    stop: () => {
      running = false
      tell()
    },
    after: (attempts) => {
      stage = attempts
    },
  }
}
