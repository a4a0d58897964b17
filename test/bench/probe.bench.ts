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
const bench = adbBench(adb.port, () => null)
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

const took = await timeInTurns(15, {
  whole: async () => {
    const { stopped } = await inspectPhone(
      bench.open(ready),
      ready,
      new AbortController().signal,
      say,
      () => undefined,
    )
    if (stopped !== null) throw new Error(`stopped: ${stopped}`)
  },
  first: async () =>
    new Promise<void>((resolve, reject) => {
      const stop = new AbortController()
      inspectPhone(bench.open(ready), ready, stop.signal, say, ({ readings }) => {
        if (readings.length > 0) {
          resolve()
          stop.abort('cancelled')
        }
      }).catch(reject)
    }),
  oneShell: async () => shell(`${commands.join('\n')}\ntrue`),
  oneByOne: async () => {
    for (const command of commands) await shell(`${command}\ntrue`)
  },
})

const oneShell = `one adb shell with the same ${String(commands.length)} commands`
print({
  name: 'probe',
  value: took.whole,
  unit: 'ms',
  against: oneShell,
  ratio: took.whole / took.oneShell,
})
print({
  name: 'probe',
  value: took.whole,
  unit: 'ms',
  against: 'one adb shell a command',
  ratio: took.whole / took.oneByOne,
})
print({
  name: 'probe, first reading',
  value: took.first,
  unit: 'ms',
  against: oneShell,
  ratio: took.first / took.oneShell,
})

await bench.close()
await phone.close()
await adb.close()
