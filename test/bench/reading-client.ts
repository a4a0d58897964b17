/** Reads phones of the adb servers on the given ports, one after another, and prints how each ended and its memory. */
import { cleanDeviceText } from '../../src/core/device-text.ts'
import { speak } from '../../src/core/words/index.ts'
import { adbLink } from '../../src/device/adb/adb-link.ts'
import { inspectPhone } from '../../src/usecases/inspect-phone.ts'

export type Cost = {
  readonly stopped: string | null
  readonly ms: number
  /** The most that was held at any moment above what was held before, in bytes. */
  readonly held: number
  readonly resident: number
}

const phone = {
  serial: cleanDeviceText('hostile'),
  transportId: 7,
  state: 'device',
  model: null,
  product: null,
  codename: null,
} as const
const say = speak('en')
const never = new AbortController().signal

const read = async (port: number): Promise<string | null> => {
  const link = adbLink({ host: '127.0.0.1', port }, phone)
  return (await inspectPhone(link, phone, never, say, () => undefined)).stopped
}

const [honest = 0, ...ports] = process.argv.slice(2).map(Number)
// All code that takes part is there, and what it holds for good.
for (let round = 0; round < 20; round += 1) await read(honest)

for (const port of ports) {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const most = { held: 0, resident: 0 }
  const look = (): void => {
    const { heapUsed, external, rss } = process.memoryUsage()
    most.held = Math.max(most.held, heapUsed + external - before.heapUsed - before.external)
    most.resident = Math.max(most.resident, rss - before.rss)
  }
  const timer = setInterval(look, 2)
  const begun = performance.now()
  const stopped = await read(port)
  look()
  clearInterval(timer)
  const cost: Cost = { stopped, ms: performance.now() - begun, ...most }
  process.stdout.write(`${JSON.stringify(cost)}\n`)
}
