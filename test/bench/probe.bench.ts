import { SECTIONS } from '../../src/core/probes/index.ts'
import { speak } from '../../src/core/words/index.ts'
import { inspectPhone } from '../../src/usecases/inspect-phone.ts'
import { openCounter, SLOW, SLOWLY } from './counter.ts'
import { print, timeInTurns } from './figure.ts'

/**
 * Reading a phone, against the `adb` program running the same commands on the same simulated phone: every command of
 * src/core/probes/sections.ts, that of the hosts included, one after another as they stand there.
 */
const counter = await openCounter(1)
const { adb, bench } = counter
const [phone] = counter.phones
const [ready] = counter.ready
if (phone === undefined || ready === undefined) throw new Error('The phone is gone.')
const say = speak('en')

const commands = SECTIONS.map(({ command }) => command)
const shell = async (script: string): Promise<void> => {
  const { exitCode, errors } = await adb.adb(['-s', phone.adbSerial, 'shell', script])
  if (exitCode !== 0) throw new Error(`adb shell ended with ${String(exitCode)}: ${errors}`)
}

const whole = async (): Promise<void> => {
  const never = new AbortController().signal
  const { stopped } = await inspectPhone(bench.open(ready), ready, never, say, () => undefined)
  if (stopped !== null) throw new Error(`stopped: ${stopped}`)
}
const oneShell = async (): Promise<void> => shell(`${commands.join('\n')}\ntrue`)
const oneByOne = async (): Promise<void> => {
  for (const command of commands) await shell(`${command}\ntrue`)
}

const measure = async (where: string, rounds: number): Promise<void> => {
  const took = await timeInTurns(rounds, { whole, oneShell, oneByOne })
  const figure = (against: string, yardstick: number): void => {
    print({ name: `probe, ${where}`, value: took.whole, unit: 'ms', against, ratio: took.whole / yardstick })
  }
  const count = String(commands.length)
  figure(`one adb shell with the same ${count} commands`, took.oneShell)
  figure(`one adb shell for each of the ${count}`, took.oneByOne)
}

await measure('no delay', 15)
await phone.misbehave(SLOW)
await measure(SLOWLY, 3)

await counter.close()
