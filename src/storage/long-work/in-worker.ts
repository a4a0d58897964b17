import { Worker } from 'node:worker_threads'
import type { Answer } from '../../core/failure.ts'
import type { RunWork, WorkWatch } from '../keeper.ts'
import { askToStop, type Order, type Word } from './order.ts'

/** Megabytes for what the work itself holds; SQLite's pages are not in it. What needs more is a fault, and ends alone. */
const MOST_MEMORY = 512

const run = (program: URL, order: Order, { signal, told }: WorkWatch): Promise<Answer<unknown>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    })
    const stop = (): void => askToStop(order.stop)
    const end = (): void => signal?.removeEventListener('abort', stop)
    signal?.addEventListener('abort', stop)
    if (signal?.aborted === true) stop()
    worker.on('message', (word: Word) => {
      if ('part' in word) told?.(word.part)
      else resolve(word.answer)
    })
    worker.once('error', (error) => {
      end()
      reject(error instanceof Error ? error : new Error(String(error)))
    })
    worker.once('exit', (code) => {
      end()
      reject(new Error(`long work ended with ${String(code)} and no answer`))
    })
  })

/** Does each piece of long work in a thread of its own: `program` is worker.ts, as it is built. */
export const inWorker =
  (program: URL): RunWork =>
  // The answer's type goes by the name, which no message carries.
  (name, input, watch = {}) =>
    run(program, { name, input, stop: new SharedArrayBuffer(4) }, watch) as never
