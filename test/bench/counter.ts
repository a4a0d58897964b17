import type { ListedPhone } from '../../src/core/phone.ts'
import { SECTIONS } from '../../src/core/probes/index.ts'
import { adbBench } from '../../src/device/adb/adb-bench.ts'
import type { Bench } from '../../src/device/phone-link.ts'
import { askAdbServer } from '../simulator/adb-question.ts'
import { startAdbServer, type AdbServer } from '../simulator/index.ts'
import { startPhoneApart, type PhoneApart } from '../simulator/phone-apart.ts'
import { waitUntil } from '../simulator/wait-until.ts'

/** A counter with phones on it: a real adb server, and every simulated phone in a process of its own. */
export type Counter = {
  readonly adb: AdbServer
  readonly phones: readonly PhoneApart[]
  readonly bench: Bench
  readonly ready: readonly ListedPhone[]
  close(): Promise<void>
}

export const connect = async (adb: AdbServer, { adbSerial }: PhoneApart): Promise<void> => {
  await askAdbServer(adb.port, `host:connect:${adbSerial}`, 10_000)
}

export const openCounter = async (count: number): Promise<Counter> => {
  const adb = await startAdbServer()
  const phones = await Promise.all(Array.from({ length: count }, () => startPhoneApart('clockAndPackage')))
  for (const [at, phone] of phones.entries()) {
    await phone.change({ serial: `bench${String(at)}` })
    await connect(adb, phone)
  }
  const bench = adbBench({ kind: 'port', port: adb.port }, () => null)
  const ready = (): readonly ListedPhone[] => bench.state().phones.filter(({ state }) => state === 'device')
  await waitUntil('every phone', () => ready().length === count)
  return {
    adb,
    phones,
    bench,
    ready: ready(),
    close: async () => {
      await bench.close()
      for (const phone of phones) await phone.close()
      await adb.close()
    },
  }
}

/** Lets every phone answer once by itself, so that from memory none takes the time that it took beside others. */
export const learn = async ({ bench, ready }: Counter): Promise<void> => {
  const never = new AbortController().signal
  for (const phone of ready)
    for (let round = 0; round < 3; round += 1)
      await bench.open(phone).inspect(SECTIONS, never, () => undefined)
}

/** 20 ms for each packet each way, and as long for a dump or a question to the package manager as real phones take. */
export const SLOW = {
  kind: 'slow',
  packetMilliseconds: 20,
  commandMilliseconds: { dumpsys: 150, pm: 150 },
} as const
export const SLOWLY = '20 ms latency, dumpsys and pm 150 ms'
