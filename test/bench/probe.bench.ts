import { SECTIONS } from '../../src/core/probes/index.ts'
import { speak } from '../../src/core/words/index.ts'
import { adbBench } from '../../src/device/adb/adb-bench.ts'
import { inspectPhone } from '../../src/usecases/inspect-phone.ts'
import { presets, startAdbServer, startPhone } from '../simulator/index.ts'
import { waitUntil } from '../simulator/wait-until.ts'
import { print, timeInTurns } from './figure.ts'

/** Reading a phone, against the `adb` program running the same commands on the same simulated phone. */
const adb = await startAdbServer()
const phone = await startPhone(presets.clockAndPackage.phone())
await adb.connect(phone)
const bench = adbBench({ kind: 'port', port: adb.port }, () => null)
const say = speak('en')

const listed = () => bench.state().phones[0]
await waitUntil('the phone', async () => listed()?.state === 'device')
const ready = listed()
if (ready === undefined) throw new Error('The phone is gone.')

const commands = SECTIONS.map(({ command }) => command)
const shell = async (script: string): Promise<void> => {
  const { exitCode, errors } = await adb.adbFor(phone, ['shell', script])
  if (exitCode !== 0) throw new Error(`adb shell ended with ${String(exitCode)}: ${errors}`)
}

const whole = async (): Promise<void> => {
  const never = new AbortController().signal
  const { stopped } = await inspectPhone(bench.open(ready), ready, never, say, () => undefined)
  if (stopped !== null) throw new Error(`stopped: ${stopped}`)
}
const first = async (): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = new AbortController()
    inspectPhone(bench.open(ready), ready, stop.signal, say, ({ readings }) => {
      if (readings.length === 0) return
      resolve()
      stop.abort('cancelled')
    }).catch(reject)
  })
const oneShell = async (): Promise<void> => shell(`${commands.join('\n')}\ntrue`)
const oneByOne = async (): Promise<void> => {
  for (const command of commands) await shell(`${command}\ntrue`)
}

const measure = async (where: string, rounds: number): Promise<void> => {
  const took = await timeInTurns(rounds, { whole, first, oneShell, oneByOne })
  const figure = (name: string, value: number, against: string, yardstick: number): void => {
    print({ name: `${name}, ${where}`, value, unit: 'ms', against, ratio: value / yardstick })
  }
  const count = String(commands.length)
  figure('probe', took.whole, `one adb shell with the same ${count} commands`, took.oneShell)
  figure('probe', took.whole, `one adb shell for each of the ${count}`, took.oneByOne)
  figure('first reading', took.first, `one adb shell with the same ${count} commands`, took.oneShell)
}

await measure('no delay', 15)
phone.misbehave({
  kind: 'slow',
  packetMilliseconds: 20,
  commandMilliseconds: { dumpsys: 150, pm: 150 },
})
await measure('20 ms latency, dumpsys and pm 150 ms', 3)

await bench.close()
await phone.close()
await adb.close()
