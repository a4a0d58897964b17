import { failed } from '../core/failure.ts'
import { Refused } from './trouble.ts'

/** Told how far long work has come, between two steps of it; throws where it is to stop there. */
export type Pace = (done: number, of: number) => void

export const unhurried: Pace = () => undefined

/** What a step throws that was asked to be the last. */
export const stopped = (): Refused => new Refused(failed('work.stopped').failure)
