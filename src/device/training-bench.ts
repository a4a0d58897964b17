import { TRAINING_TRANSPORT_ID, type ListedPhone } from '../core/phone.ts'
import type { Recording } from '../core/recording.ts'
import type { Bench, BenchState } from './phone-link.ts'
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
  const listeners = new Set<(state: BenchState) => void>()
  const first = recordings[0]
  const phone: ListedPhone | null = first
    ? { ...first.phone, transportId: TRAINING_TRANSPORT_ID, state: 'device' }
    : null
  const state = (): BenchState => {
    const now = real.state()
    return running && phone ? { ...now, phones: [...now.phones, phone] } : now
  }
  const tell = (): void => {
    for (const listener of listeners) listener(state())
  }
  const stopListening = real.onChange(tell)
  return {
    state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: (wanted) => {
      const last = Math.min(stage, recordings.length - 1)
      const recording = recordings[last]
      if (wanted.transportId !== TRAINING_TRANSPORT_ID || !recording) return real.open(wanted)
      return replayLink(recording, true, logs[last])
    },
    close: async () => {
      stopListening()
      listeners.clear()
      await real.close()
    },
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
