import type { Answer } from '../../core/failure.ts'
import type { WorkInput, WorkName } from '../keeper.ts'

/** What a worker is given. `stop` is seen by both sides at once: also while the worker reads no messages. */
export type Order = {
  readonly name: WorkName
  readonly input: WorkInput<WorkName>
  readonly stop: SharedArrayBuffer
}

/** What it says: how far it is, and once how it ended. */
export type Word = { readonly part: number } | { readonly answer: Answer<unknown> }

export const asksToStop = (stop: SharedArrayBuffer): boolean => Atomics.load(new Int32Array(stop), 0) !== 0

export const askToStop = (stop: SharedArrayBuffer): void => {
  Atomics.store(new Int32Array(stop), 0, 1)
}
