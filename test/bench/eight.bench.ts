import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { speak } from '../../src/core/words/index.ts'
import type { PhoneView } from '../../src/contract/views.ts'
import type { Bench } from '../../src/device/phone-link.ts'
import { newId } from '../../src/storage/ids.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import { followBench, type BenchFollower } from '../../src/usecases/follow-bench.ts'
import { paced } from '../../src/usecases/paced.ts'
import { learn, openCounter, SLOW, SLOWLY } from './counter.ts'
import { print, timeInTurns } from './figure.ts'

/**
 * Eight phones plugged in at once, against one of them alone: read, judged and saved as in the app. The time is until
 * every reading but that of the hosts is there, whose checks take as long as the internet does.
 *
 * "With shells" counts what eight simulated phones cost this machine, most of all their shells. Phones that answer from
 * memory, in the time that one of them alone took, cost it what real phones do: the adb server and the app.
 */
const counter = await openCounter(8)
const folder = mkdtempSync(join(tmpdir(), 'benchside-bench-'))
const opened = await openSqliteStore(folder)
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const store = opened.value
const speech = { knowledge: SHIPPED, language: 'en', say: speak('en') } as const

/** As if only so many phones were plugged in. */
const first = (count: number): Bench => ({
  ...counter.bench,
  state: () => ({ ...counter.bench.state(), phones: counter.ready.slice(0, count) }),
  onChange: () => () => undefined,
})

const LAST = ['network.hosts']
const isRead = ({ progress, inspection }: PhoneView, all: number): boolean => {
  if (progress === 'stopped') throw new Error(`a phone was not read: ${String(inspection?.stopped)}`)
  const ids = Object.keys(inspection?.readings ?? {})
  return ids.filter((id) => !LAST.includes(id)).length >= all
}

/** How many readings an inspection gives. */
let all = Number.POSITIVE_INFINITY

const followed = (count: number): Promise<BenchFollower> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      try {
        const { phones } = follower.view()
        const ended = phones.every(({ progress }) => progress === 'read')
        if (ended) all = Object.keys(phones[0]?.inspection?.readings ?? {}).length - LAST.length
        if (ended || phones.every((phone) => isRead(phone, all))) resolve(follower)
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    const follower = followBench({
      bench: first(count),
      store,
      speech,
      appVersion: 'bench',
      newId,
      changed: paced(look),
      ticketRead: () => undefined,
      onBug: reject,
    })
  })

const measure = async (where: string, rounds: number): Promise<void> => {
  const open: BenchFollower[] = []
  const read = async (count: number): Promise<void> => void open.push(await followed(count))
  // What still runs of one reading would be in the way of the next.
  const done = async (): Promise<void> => {
    for (const follower of open.splice(0)) await follower.close()
  }
  const took = await timeInTurns(rounds, { one: () => read(1), eight: () => read(8) }, done)
  print({
    name: `eight phones, ${where}`,
    value: took.eight,
    unit: 'ms',
    against: 'one phone alone',
    ratio: took.eight / took.one,
  })
}

const recall = async (on: boolean): Promise<void> => {
  for (const phone of counter.phones) await phone.recall(on)
}

await (await followed(1)).close()
await measure('no delay, with shells', 3)
await learn(counter)
await recall(true)
await measure('no delay, from memory', 5)
await recall(false)
for (const phone of counter.phones) await phone.misbehave(SLOW)
await measure(`${SLOWLY}, with shells`, 3)
await learn(counter)
await recall(true)
await measure(`${SLOWLY}, from memory`, 3)

await store.close()
rmSync(folder, { recursive: true, force: true })
await counter.close()
