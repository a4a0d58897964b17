import Database from 'better-sqlite3'
import { join } from 'node:path'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { seeded } from '../../src/core/simulation/random.ts'
import { speak } from '../../src/core/words/index.ts'
import { newId } from '../../src/storage/ids.ts'
import { RECORD_FILE } from '../../src/storage/open-sqlite.ts'
import type { Store } from '../../src/storage/store.ts'
import { pageOfTickets } from '../../src/usecases/list-tickets.ts'
import { showTicket } from '../../src/usecases/show-ticket.ts'
import { median, type Figure } from './figure.ts'
import { openedStore } from './invented-record.ts'

/** What people type, on the way to what they mean: rare and common words, scripts, beginnings, numbers, nothing. */
export const SEARCHES: readonly string[] = [
  '',
  'v',
  've',
  'veri',
  'verify',
  'verify account',
  'asha',
  'asha rao',
  'lukasz',
  'redmi note 12',
  'mi',
  'set the clock',
  '无法验证',
  'पासवर्ड',
  'пароль',
  '98',
  '9876',
  '98765 4',
  '4f2',
  't-0412',
  'nobody is called so',
]

const speech = { knowledge: SHIPPED, language: 'en', say: speak('en') } as const
const EVERY = { state: null, result: null, training: null, before: null, skip: 0, limit: 100 }

export const p95 = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.NaN

const timed = async (work: () => Promise<{ readonly ok: boolean }>): Promise<number> => {
  const begun = performance.now()
  const answer = await work()
  const took = performance.now() - begun
  if (!answer.ok) throw new Error('what was measured was refused')
  return took
}

const within = (name: string, value: number, allowed: number): Figure => ({
  name,
  value,
  unit: 'ms, p95',
  against: `${String(allowed)} ms allowed`,
  ratio: value / allowed,
})

const pages = async (store: Store, rounds: number): Promise<readonly number[]> => {
  const took: number[] = []
  for (let round = 0; round <= rounds; round += 1)
    for (const search of SEARCHES) {
      const each = await timed(() => pageOfTickets(store, { ...EVERY, search }, speech))
      // The first round fills what a counter that is open has filled long ago.
      if (round > 0) took.push(each)
    }
  return took
}

/** From anywhere in the list, as by dragging its bar. */
const jumps = async (store: Store, tickets: number, rounds: number): Promise<readonly number[]> => {
  const random = seeded(3)
  const took: number[] = []
  for (let round = 0; round < rounds * 4; round += 1) {
    const skip = Math.floor(random() * Math.max(1, tickets - 100))
    took.push(
      await timed(() => pageOfTickets(store, { ...EVERY, before: tickets + 1, skip, search: '' }, speech)),
    )
  }
  return took
}

/** Tickets from anywhere: read with all that was read on their phones, and as the window gets them, judged anew. */
const openings = async (store: Store, tickets: number, rounds: number) => {
  const random = seeded(2)
  const desk = { store, speech, phoneOf: () => null }
  const took = { read: [] as number[], shown: [] as number[] }
  const anywhere = (): string => `T-${String(1 + Math.floor(random() * tickets))}`
  for (let round = 0; round < rounds * 8; round += 1) {
    took.read.push(
      await timed(async () => {
        const ticket = await store.ticket(anywhere())
        return ticket.ok && ticket.value ? store.latestInspectionOfTicket(ticket.value.id) : { ok: false }
      }),
    )
    took.shown.push(await timed(() => showTicket(desk, anywhere())))
  }
  return took
}

const intake = (each: number) => ({
  customerName: `Bench ${String(each)}`,
  customerPhone: `+91 98765 ${String(10_000 + each)}`,
  said: 'It says couldn’t verify Mi Account ID since the update last week.',
  symptoms: ['could-not-verify'],
  consents: ['read'] as const,
  inspectionId: null,
  at: new Date().toISOString(),
  who: 'counter',
})

type Row = Readonly<Record<string, unknown>>

/** The rows that opening a ticket has written, to be written again as bare as can be. */
const bareInsert = (database: Database.Database, id: string): (() => void) => {
  const one = (sql: string, ...values: readonly unknown[]): Row =>
    database.prepare<unknown[], Row>(sql).get(...values) ?? {}
  const ticket = one('select * from tickets where id = ?', id)
  const customer = one('select * from customers where id = ?', ticket['customer_id'])
  const event = one('select * from events where ticket_id = ?', id)
  const words = one('select words from search_tickets where sequence = ?', ticket['sequence'])
  const postings = String(words['words'])
    .split(' ')
    .map((word) =>
      one(
        'select * from search_words where block = ? and word = ?',
        Math.floor(Number(ticket['sequence']) / 4096),
        word,
      ),
    )
  const into = (table: string, row: Row, more = ''): Database.Statement<Row> =>
    database.prepare(
      `insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row)
        .map((name) => `@${name}`)
        .join()}) ${more}`,
    )
  const again = 'on conflict (block, word) do update set tickets = excluded.tickets'
  const statements = {
    counter: database.prepare<[], { value: number }>(
      "update counters set value = value + 1 where name = 'ticket' returning value",
    ),
    chain: database.prepare<[], { links: number }>(
      "update chains set links = links + 1 where name = 'events' returning links",
    ),
    customers: into('customers', customer),
    tickets: into('tickets', ticket),
    events: into('events', event),
    words: into('search_words', postings[0] ?? {}, again),
    found: into('search_tickets', { sequence: 0, words: '' }),
  }
  return database.transaction(() => {
    const [customerId, ticketId] = [newId(), newId()]
    const sequence = statements.counter.get()?.value ?? 0
    statements.customers.run({ ...customer, id: customerId })
    statements.tickets.run({ ...ticket, id: ticketId, customer_id: customerId, sequence })
    const link = statements.chain.get()?.links ?? 0
    statements.events.run({ ...event, id: newId(), ticket_id: ticketId, link })
    for (const row of postings) statements.words.run(row)
    statements.found.run({ sequence, words: words['words'] })
  })
}

/** So many in a row, of which the first are not counted: another connection has just written. */
const IN_A_ROW = 25
const FIRST_FEW = 5

/**
 * A ticket saved by the store against the same rows put in by the engine alone, on the same file. What is put in so is
 * taken out of the history's chain again by nobody: it is an invented record, and only this bench writes to it. They take
 * turns row by row of saves, as of two connections that took turns each would find its cache emptied by the other.
 */
const savings = async (store: Store, folder: string, rounds: number) => {
  const database = new Database(join(folder, RECORD_FILE))
  for (const pragma of [
    'synchronous = FULL',
    'foreign_keys = ON',
    'secure_delete = ON',
    'cache_size = -65536',
  ])
    database.pragma(pragma)
  const took = { store: [] as number[], bare: [] as number[] }
  const inARow = async (into: number[], save: () => unknown): Promise<void> => {
    for (let each = 0; each < FIRST_FEW + IN_A_ROW; each += 1) {
      const begun = performance.now()
      await save()
      if (each >= FIRST_FEW) into.push(performance.now() - begun)
    }
  }
  let saved = 0
  let last = ''
  const save = async (): Promise<void> => {
    saved += 1
    const opened = await store.openTicket(intake(saved))
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
    last = opened.value.id
  }
  try {
    for (let round = 0; round < rounds; round += 1) {
      await inARow(took.store, save)
      await inARow(took.bare, bareInsert(database, last))
    }
  } finally {
    database.close()
  }
  return took
}

/** The record's figures; `rounds` says how often each is taken. */
export const measureRecord = async (
  folder: string,
  tickets: number,
  rounds: number,
): Promise<readonly Figure[]> => {
  const store = await openedStore(folder)
  try {
    const of = `${String(tickets)} tickets`
    const opened = await openings(store, tickets, rounds)
    const figures = [
      within(`a page of a search or of the list, ${of}`, p95(await pages(store, rounds)), 16),
      within(`a page anywhere in the list, ${of}`, p95(await jumps(store, tickets, rounds)), 16),
      within(`a ticket read with its inspection, ${of}`, p95(opened.read), 5),
      {
        name: `a ticket read, judged anew and put in words, ${of}`,
        value: median(opened.shown),
        unit: 'ms',
        against: 'reading it',
        ratio: median(opened.shown) / median(opened.read),
      },
    ]
    const saved = await savings(store, folder, rounds)
    const bare = median(saved.bare)
    return [
      ...figures,
      {
        name: `a ticket saved on the disk, ${of}`,
        value: median(saved.store),
        unit: 'ms',
        against: `a bare insert of the same rows, ${bare.toPrecision(3)} ms`,
        ratio: median(saved.store) / bare,
      },
    ]
  } finally {
    await store.close()
  }
}
