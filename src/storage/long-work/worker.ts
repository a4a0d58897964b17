/** A thread of its own for one piece of long work on the record; what it says goes to in-worker.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Answer } from '../../core/failure.ts'
import { stopped, type Pace } from '../pace.ts'
import { answering } from '../trouble.ts'
import { asksToStop, type Order, type Word } from './order.ts'
import { WORKS } from './works.ts'

/** Milliseconds between two words about how far it is. */
const BETWEEN = 100

const { name, input, stop } = workerData as Order
const tell = (word: Word): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
  parentPort?.postMessage(word)
}

let told = 0
const pace: Pace = (done, of) => {
  if (asksToStop(stop)) throw stopped()
  if (performance.now() - told < BETWEEN) return
  told = performance.now()
  tell({ part: of === 0 ? 0 : done / of })
}

const work: (given: never, pace: Pace) => Promise<Answer<unknown>> = WORKS[name]
const given = await answering(name, () => work(input as never, pace))
tell({ answer: given.ok ? given.value : given })
