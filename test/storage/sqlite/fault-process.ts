/**
 * Works on records while the disk fails under it: run with faults.c in LD_PRELOAD and the plan that it looks into. For
 * each fault of the list given it prints a line of JSON: what was answered, and what is there afterwards.
 */
import { cpSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { done } from '../../../src/core/failure.ts'
import { openRecord, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import type { Store } from '../../../src/storage/store.ts'
import { attempted, intake, valueOf } from '../some-record.ts'
import type { Fault, Outcome } from './faults.ts'

const CALLS = { write: 1, sync: 2, size: 4 } as const
const ERRORS = { EIO: 5, ENOSPC: 28 } as const
const HOW = { once: 0, 'from then on': 1, 'half done, then never': 2 } as const

const plan = openSync(process.env['FAULT_PLAN'] ?? '', 'r+')
const arm = (numbers: readonly number[]): void => void writeSync(plan, Int32Array.from(numbers), 0, null, 0)
const disarm = (): number => {
  const now = new Int32Array(6)
  readSync(plan, now, 0, 24, 0)
  arm([0, 0, 0, 0, 0, 0])
  return now[5] ?? 0
}

/** What is there against what was answered: tickets by id, with how many events each. */
const compare = async (store: Store, answered: ReadonlyMap<string, number>): Promise<readonly string[]> => {
  const { tickets } = valueOf(await store.tickets({ search: '', state: null, limit: 100 }))
  const there = new Map<string, number>()
  for (const { id } of tickets) there.set(id, valueOf(await store.ticket(id))?.events.length ?? 0)
  const lost = [...answered].filter(([id, events]) => (there.get(id) ?? 0) < events)
  const more = [...there].filter(([id, events]) => events > (answered.get(id) ?? 0))
  const { faults, brokenAt } = valueOf(await store.check())
  return [
    ...lost.map(([id]) => `lost: ${id}`),
    ...more.map(
      ([id, events]) =>
        `there although it was refused: ${id}, ${String(events)} of ${String(answered.get(id))}`,
    ),
    ...faults,
    ...(brokenAt === null ? [] : ['the history is broken']),
  ]
}

const lookAt = async (folder: string, answered: ReadonlyMap<string, number>): Promise<readonly string[]> => {
  const opened = await openRecord(join(folder, RECORD_FILE))
  if (!opened.ok) return [`not opened: ${opened.failure.code}`]
  try {
    return await compare(opened.value.store, answered)
  } finally {
    await opened.value.store.close()
  }
}

const tryOut = async (fault: Fault): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-faulty-'))
  const killed = mkdtempSync(join(tmpdir(), 'benchside-killed-'))
  try {
    const { store, database } = valueOf(await openRecord(join(folder, RECORD_FILE)))
    // Soon and often, so that the file itself is written too, not only its log.
    database.pragma('wal_autocheckpoint = 20')
    const answered = new Map<string, number>()
    const refused: string[] = []
    const change = async (work: () => ReturnType<Store['openTicket']>): Promise<string | null> => {
      const answer = await work()
      if (answer.ok) answered.set(answer.value.id, answer.value.events.length)
      else refused.push(answer.failure.code)
      return answer.ok ? answer.value.id : null
    }
    const work = async (): Promise<void> => {
      const id = await change(() => store.openTicket(intake({ said: 'cannot verify. '.repeat(900) })))
      if (id === null) return
      await change(() => store.changeTicket(id, () => attempted('worked')))
      const event = { at: 'now', who: 'counter', code: 'closed', details: {} } as const
      await change(() => store.changeTicket(id, () => done({ state: 'closed', result: 'fixed', event })))
    }
    await work()
    arm([CALLS[fault.call], fault.at, ERRORS[fault.error], HOW[fault.how], 0, 0])
    for (let count = 0; count < 3; count += 1) await work()
    // As the files are when the power of the program ends here; what others share is not there after that.
    mkdirSync(killed, { recursive: true })
    for (const end of ['', '-wal']) cpSync(join(folder, RECORD_FILE + end), join(killed, RECORD_FILE + end))
    const struck = disarm()
    const afterKill = await lookAt(killed, answered)
    const before = refused.length
    await work()
    const isDurable = database.pragma('synchronous', { simple: true }) === 2
    const goesOn = refused.length === before && isDurable
    await store.close()
    return {
      fault,
      struck,
      refused,
      answered: answered.size,
      afterKill,
      afterClose: await lookAt(folder, answered),
      goesOn,
    }
  } finally {
    disarm()
    for (const each of [folder, killed]) rmSync(each, { recursive: true, force: true })
  }
}

for (const fault of JSON.parse(process.argv[2] ?? '[]') as readonly Fault[])
  process.stdout.write(`${JSON.stringify(await tryOut(fault))}\n`)
