/** One simulated phone in a process of its own, which is told by messages what to do: phone-apart.ts starts it. */
import type { Fault } from './fault.ts'
import { startPhone } from './phone.ts'
import { presetNamed } from './presets.ts'
import type { PhoneChange } from './change.ts'

export type PhoneOrder = {
  readonly number: number
  readonly change?: PhoneChange
  readonly misbehave?: Fault | null
  readonly recall?: boolean
  readonly close?: true
}
/** The answer to an order; the first, of number 0, comes by itself and says the port. */
export type PhoneAnswer = { readonly number: number; readonly port: number }

const preset = presetNamed(process.argv[2] ?? '')
if (preset === undefined) throw new Error('no such preset')
const phone = await startPhone(preset.phone(), { spareShells: Number(process.argv[3]) })

const answer = (number: number): void => {
  const said: PhoneAnswer = { number, port: phone.port }
  process.send?.(said)
}
process.on('message', (order: PhoneOrder) => {
  if (order.change !== undefined) phone.change(order.change)
  if (order.misbehave !== undefined) phone.misbehave(order.misbehave)
  if (order.recall !== undefined) phone.recall(order.recall)
  if (order.close === true)
    void phone.close().then(() => {
      answer(order.number)
      process.disconnect()
    })
  else answer(order.number)
})
// Whoever started this phone has gone.
process.on('disconnect', () => void phone.close())
answer(0)
