import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Store, StoredTicket } from '../../../src/storage/store.ts'
import { openRecord, RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { valueOf } from '../some-record.ts'

/** What service-process.ts was answered. */
export type Told =
  | { readonly kind: 'ticket'; readonly id: string; readonly events: number; readonly state: string }
  | { readonly kind: 'inspection'; readonly id: string; readonly readings: number }

export type Figures = {
  readonly rounds: number
  /** Changes that were answered before their program was killed. */
  readonly acknowledged: number
  /** Of these, those that are not in the record. */
  readonly lost: readonly string[]
  /** Tickets of which only a part is there. */
  readonly torn: readonly string[]
  /** What the look through the whole record complained about. */
  readonly faults: readonly string[]
}

/** A busy counter that is killed after so many answers, and so many milliseconds. */
const killed = async (
  { folder, compiled }: { readonly folder: string; readonly compiled: string },
  answers: number,
  milliseconds: number,
): Promise<readonly Told[]> => {
  const program = join(import.meta.dirname, 'service-process.ts')
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The same program each time: compiling it anew would take most of a round.
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  const ended = once(child, 'close')
  const told: Told[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const one = JSON.parse(line) as Told | 'ready'
    if (one !== 'ready') told.push(one)
    if (told.length === answers) setTimeout(() => child.kill('SIGKILL'), milliseconds)
  }
  await ended
  if (child.signalCode !== 'SIGKILL') throw new Error('the counter ended by itself')
  return told
}

const isTorn = ({ state, events, attempts, closedAt, revision }: StoredTicket): boolean => {
  const codes = events.map(({ code }) => code).join()
  const whole = ['opened', 'opened,attempt', 'opened,attempt,closed'].indexOf(codes)
  const isClosed = whole === 2
  return (
    whole === -1 ||
    attempts.length !== Math.min(whole, 1) ||
    (state === 'closed') !== isClosed ||
    (closedAt !== null) !== isClosed ||
    revision !== whole + 1
  )
}

const isThere = async (store: Store, told: Told): Promise<boolean> => {
  if (told.kind === 'inspection')
    return (valueOf(await store.inspection(told.id))?.readings.length ?? 0) >= told.readings
  const ticket = valueOf(await store.ticket(told.id))
  return (
    ticket !== null &&
    ticket.events.length >= told.events &&
    (told.state !== 'closed' || ticket.state === 'closed')
  )
}

/** The last answer about each thing tells of all before it. */
const latest = (told: readonly Told[]): readonly Told[] => [
  ...new Map(told.map((one) => [`${one.kind} ${one.id}`, one])).values(),
]

/** Kills a busy counter again and again on one record, each time at another moment, and looks at what is left. */
export const killRounds = async (
  folder: string,
  rounds: number,
  told: (round: number) => void = () => undefined,
): Promise<Figures> => {
  const [lost, torn, faults]: [string[], string[], string[]] = [[], [], []]
  const all: Told[] = []
  const look = async (answered: readonly Told[], round: string): Promise<void> => {
    const { store, database } = valueOf(await openRecord(join(folder, RECORD_FILE)))
    for (const one of latest(answered)) if (!(await isThere(store, one))) lost.push(`${round}: ${one.id}`)
    const check = valueOf(await store.check())
    if (check.brokenAt !== null) faults.push(`${round}: the history is broken`)
    faults.push(...check.faults.map((fault) => `${round}: ${fault}`))
    const newest = database
      .prepare<[], string>('select id from tickets order by sequence desc limit 20')
      .pluck()
      .all()
    for (const id of newest) {
      const ticket = valueOf(await store.ticket(id))
      if (ticket && isTorn(ticket)) torn.push(`${round}: ${id}`)
    }
    const found = valueOf(await store.tickets({ search: 'asha', state: null, limit: 1 })).total
    if (found !== check.tickets)
      torn.push(`${round}: ${String(check.tickets - found)} are not found by their name`)
    await store.close()
  }
  const compiled = mkdtempSync(join(tmpdir(), 'benchside-compiled-'))
  for (let round = 0; round < rounds; round += 1) {
    // Primes, so that over the rounds every step of the work meets the end.
    const answered = await killed({ folder, compiled }, 1 + ((round * 17) % 43), (round * 7) % 11)
    all.push(...answered)
    await look(answered, `round ${String(round)}`)
    told(round)
  }
  rmSync(compiled, { recursive: true, force: true })
  await look(all, 'at the end')
  return { rounds, acknowledged: all.length, lost, torn, faults }
}
