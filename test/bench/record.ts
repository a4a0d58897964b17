import Database from 'better-sqlite3'
import { join } from 'node:path'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { seeded } from '../../src/core/simulation/random.ts'
import { speak } from '../../src/core/words/index.ts'
import { RECORD_FILE } from '../../src/storage/open-sqlite.ts'
import { PAGE } from '../../src/renderer/src/store/ticket-list.ts'
import { BLOCK } from '../../src/storage/search/postings.ts'
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
const EVERY = { state: null, result: null, training: null, before: null, skip: 0, limit: PAGE }

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
    const skip = Math.floor(random() * Math.max(1, tickets - PAGE))
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

/** The rows of a ticket that was opened, as they came one after the other. */
type Written = {
  readonly customer: Row
  readonly ticket: Row
  readonly event: Row
  readonly found: Row
  readonly words: readonly Row[]
}

const writtenFor = (database: Database.Database, id: string): Written => {
  const one = (sql: string, ...values: readonly unknown[]): Row =>
    database.prepare<unknown[], Row>(sql).get(...values) ?? {}
  const ticket = one('select * from tickets where id = ?', id)
  const found = one('select * from search_tickets where sequence = ?', ticket['sequence'])
  const block = Math.floor(Number(ticket['sequence']) / BLOCK)
  return {
    customer: one('select * from customers where id = ?', ticket['customer_id']),
    ticket,
    event: one('select * from events where ticket_id = ?', id),
    found,
    words: String(found['words'])
      .split(' ')
      .map((word) => one('select * from search_words where block = ? and word = ?', block, word)),
  }
}

/** A word that one ticket alone has takes two signs. */
const isNewWord = ({ tickets }: Row): boolean => String(tickets).length === 2

const takenOut = (database: Database.Database, tickets: readonly Written[]): void => {
  const out = (table: string, key: string, value: unknown): unknown =>
    database.prepare(`delete from ${table} where ${key} = ?`).run(value)
  database.transaction(() => {
    for (const { customer, ticket, event, found, words } of tickets) {
      out('events', 'id', event['id'])
      out('tickets', 'id', ticket['id'])
      out('customers', 'id', customer['id'])
      out('search_tickets', 'sequence', found['sequence'])
      for (const { block, word } of words.filter(isNewWord))
        database.prepare('delete from search_words where block = ? and word = ?').run(block, word)
    }
  })()
}

/** Puts the rows of a ticket in as bare as can be, in the order in which the store does. */
const bareInsert = (database: Database.Database, like: Written): ((rows: Written) => void) => {
  const into = (table: string, row: Row, more = ''): Database.Statement<Row> =>
    database.prepare(
      `insert into ${table} (${Object.keys(row).join()}) values (${Object.keys(row)
        .map((name) => `@${name}`)
        .join()}) ${more}`,
    )
  const again = 'on conflict (block, word) do update set tickets = excluded.tickets'
  const statements = {
    counter: database.prepare("update counters set value = value where name = 'ticket'"),
    chain: database.prepare("update chains set links = links, hash = hash where name = 'events'"),
    customer: into('customers', like.customer),
    ticket: into('tickets', like.ticket),
    event: into('events', like.event),
    word: into('search_words', like.words[0] ?? {}, again),
    found: into('search_tickets', like.found),
  }
  return database.transaction((rows: Written) => {
    statements.counter.run()
    statements.customer.run(rows.customer)
    statements.ticket.run(rows.ticket)
    statements.event.run(rows.event)
    statements.chain.run()
    for (const word of rows.words) statements.word.run(word)
    statements.found.run(rows.found)
  })
}

/** So many in a row, of which the first are not counted: another connection has just written, and emptied the cache. */
const IN_A_ROW = 30
const FIRST_FEW = 5

/**
 * Tickets saved by the store; then their rows are taken out and put in again by the engine alone, so that both write the
 * same rows to the same places of the same file, and the record is as the store left it.
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
  try {
    for (let round = 0; round < rounds; round += 1) {
      const ids: string[] = []
      for (let each = 0; each < IN_A_ROW; each += 1) {
        const begun = performance.now()
        const opened = await store.openTicket(intake(round * IN_A_ROW + each))
        if (each >= FIRST_FEW) took.store.push(performance.now() - begun)
        if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
        ids.push(opened.value.id)
      }
      const written = ids.map((id) => writtenFor(database, id))
      takenOut(database, written)
      const [like] = written
      if (!like) throw new Error('nothing was written')
      const insert = bareInsert(database, like)
      for (const [each, rows] of written.entries()) {
        const begun = performance.now()
        insert(rows)
        if (each >= FIRST_FEW) took.bare.push(performance.now() - begun)
      }
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
