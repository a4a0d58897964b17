import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { PhoneChange } from './change.ts'
import type { Fault } from './fault.ts'
import type { PhoneAnswer, PhoneOrder } from './phone-process.ts'
import type { PresetName } from './presets.ts'

/** A simulated phone that takes none of the time of the process that is measured. */
export type PhoneApart = {
  readonly adbSerial: string
  change(patch: PhoneChange): Promise<void>
  misbehave(fault: Fault | null): Promise<void>
  recall(on: boolean): Promise<void>
  close(): Promise<void>
}

const program = fileURLToPath(new URL('phone-process.ts', import.meta.url))

/** As many shells as an inspection opens side by side. */
const SPARE_SHELLS = 8

export async function startPhoneApart(preset: PresetName): Promise<PhoneApart> {
  const child = fork(program, [preset, String(SPARE_SHELLS)], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let last = 0
  const answerTo = (number: number): Promise<PhoneAnswer> =>
    new Promise((resolve, reject) => {
      const take = (answer: PhoneAnswer): void => {
        if (answer.number !== number) return
        child.off('message', take)
        child.off('exit', gone)
        resolve(answer)
      }
      const gone = (code: number | null): void => reject(new Error(`phone ended with ${String(code)}`))
      child.on('message', take)
      child.once('exit', gone)
    })
  const order = async (what: Omit<PhoneOrder, 'number'>): Promise<void> => {
    last += 1
    const answered = answerTo(last)
    child.send({ number: last, ...what } satisfies PhoneOrder)
    await answered
  }
  const { port } = await answerTo(0)
  return {
    adbSerial: `127.0.0.1:${String(port)}`,
    change: (change) => order({ change }),
    misbehave: (misbehave) => order({ misbehave }),
    recall: (recall) => order({ recall }),
    async close() {
      const over = once(child, 'exit')
      await order({ close: true })
      await over
    },
  }
}
