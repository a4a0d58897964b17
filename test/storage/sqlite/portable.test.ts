import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EMPTY_INTAKE } from '../../../src/core/intake.ts'
import { ROWS, type PortableRow, type PortableTable } from '../../../src/core/portable/rows.ts'
import { measured } from '../../../src/core/reading.ts'
import { speak } from '../../../src/core/words/index.ts'
import { listErased } from '../../../src/storage/erased-list.ts'
import { RECORD_FILE } from '../../../src/storage/open-sqlite.ts'
import { unhurried } from '../../../src/storage/pace.ts'
import { exportRecord, JSON_FILE } from '../../../src/storage/portable/export-record.ts'
import { importRecord, type ImportReport } from '../../../src/storage/portable/import-record.ts'
import type { Store } from '../../../src/storage/store.ts'
import type { Tables } from '../../../src/storage/tables.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { attempted, inspectionNamed, intake, valueOf } from '../some-record.ts'

/** Every column of the record is in the file: one that is added and not told of here does not compile. */
type Told<T extends PortableTable> = [
  Exclude<keyof Tables[T], keyof PortableRow<T>>,
  Exclude<keyof PortableRow<T>, keyof Tables[T]>,
]
const complete: { readonly [T in PortableTable]: Told<T> extends [never, never] ? true : Told<T> } = {
  customers: true,
  devices: true,
  tickets: true,
  attempts: true,
  events: true,
  event_words: true,
  advice: true,
  inspections: true,
  inspection_sections: true,
  readings: true,
  own_knowledge: true,
}

/** Made anew, of this computer alone, or half written: none of it belongs in a file for another record. */
const NOT_TOLD = ['migrations', 'counters', 'chains', 'search_words', 'search_tickets', 'drafts', 'settings']

test('every table of the record is in the file, or named here with why not', async () => {
  const folder = newFolder()
  await openStore(folder)
  const raw = new Database(join(folder, RECORD_FILE), { readonly: true })
  const tables = raw.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all()
  raw.close()
  expect(tables.toSorted()).toEqual([...Object.keys(complete), ...NOT_TOLD].toSorted())
  expect(Object.keys(ROWS)).toEqual(Object.keys(complete))
})

const AT = '2026-11-23T12:00:00.000Z'
const say = speak('en')

const plant = async (store: Store, customerName = 'Asha Rao', id = 'inspection one') => {
  valueOf(await store.beginInspection(inspectionNamed(id)))
  const section = { id: 'os', command: 'x', text: 'y', exitCode: 0, complete: true, sentAt: 1, receivedAt: 2 }
  const reading = { id: 'os.family', reading: measured('HyperOS', 'x'), sections: ['os'], at: AT }
  valueOf(await store.addReadings(id, [section], [reading]))
  valueOf(
    await store.nameDevice(id, { serial: `serial of ${id}`, model: 'M1', marketName: null, training: false }),
  )
  valueOf(await store.endInspection(id, { tookMs: 5, roundTrips: 1, stopped: null }))
  const ticket = valueOf(await store.openTicket(intake({ customerName, said: '=cmd()', inspectionId: id })))
  valueOf(await store.changeTicket(ticket.id, () => attempted('worked')))
  valueOf(
    await store.saveAdvice(ticket.id, AT, {
      knowledgeVersion: '1',
      causes: [{ id: 'c', probability: 1 }],
      next: null,
    }),
  )
  return ticket
}

/** A record with something in each table, and the file of it. */
const exported = async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const ticket = await plant(store)
  valueOf(
    await store.changeOwnKnowledge(AT, () => ({
      ok: true,
      value: { save: [{ id: 'own-a', body: { title: 'a' } }], remove: [] },
    })),
  )
  const to = join(folder, 'export')
  const counts = valueOf(await exportRecord(join(folder, RECORD_FILE), to, AT, unhurried))
  return { folder, store, ticket, to, counts, file: join(to, JSON_FILE) }
}

const bring = async (folder: string, file: string, dryRun = false): Promise<ImportReport> =>
  valueOf(await importRecord({ record: join(folder, RECORD_FILE), file, dryRun, at: AT }))

/** All rows but what is a record's own: the chain, and the marks that it imported. */
const rowsOf = (folder: string): unknown => {
  const raw = new Database(join(folder, RECORD_FILE), { readonly: true })
  const all = Object.keys(ROWS).map((table) =>
    raw
      .prepare<[], Record<string, unknown>>(`select * from ${table} order by 1, 2`)
      .all()
      .filter(({ code }) => code !== 'imported')
      .map(({ link: _, hash: _hash, ...row }) => row),
  )
  raw.close()
  return all
}

test('what is exported is complete, for its owner alone, read by spreadsheets without harm, and written over nothing', async () => {
  const { folder, to, counts, file } = await exported()
  expect(counts).toMatchObject({ customers: 1, devices: 1, tickets: 1, inspections: 1, own: 1 })
  const list = JSON.parse(readFileSync(file, 'utf8')) as readonly object[]
  expect(list.map((line) => Object.keys(line)[0])).toEqual([
    'benchside',
    'customer',
    'device',
    'ticket',
    'inspection',
    'own',
    'end',
  ])
  const tickets = readFileSync(join(to, 'tickets.csv'), 'utf8')
  expect(tickets.startsWith('﻿id,sequence,state')).toBe(true)
  expect(tickets).toContain(",'=cmd(),")
  for (const name of readdirSync(to)) expect(statSync(join(to, name)).mode & 0o777).toBe(0o600)
  const again = await exportRecord(join(folder, RECORD_FILE), to, AT, unhurried)
  expect(again).toMatchObject({ failure: { code: 'backup.exists' } })
})

test('a file brought into an empty record makes the same record, its history marked and in a chain of its own', async () => {
  const { folder, file, ticket } = await exported()
  const there = newFolder()
  const store = await openStore(there)
  const trial = await bring(there, file, true)
  expect(trial).toMatchObject({ dryRun: true, isWhole: true, counts: { added: 5, faulty: 0 } })
  expect(valueOf(await store.check())).toMatchObject({ tickets: 0, events: 0 })
  expect(existsSync(join(there, `${RECORD_FILE}.trial`))).toBe(false)

  expect(await bring(there, file)).toMatchObject({ counts: trial.counts, notes: [] })
  expect(rowsOf(there)).toEqual(rowsOf(folder))
  expect(valueOf(await store.check())).toMatchObject({ tickets: 1, events: 3, brokenAt: null, faults: [] })
  const found = valueOf(await store.tickets({ search: 'Asha', state: null, limit: 5 }))
  expect(found.tickets.map(({ id }) => id)).toEqual([ticket.id])
  expect(valueOf(await store.ticket(ticket.id))?.events.at(-1)).toMatchObject({
    code: 'imported',
    details: { count: 2 },
  })
  // The next ticket gets the next number.
  expect(valueOf(await store.openTicket(intake())).number).toBe('T-0002')
})

test('the same file once more changes nothing', async () => {
  const { file } = await exported()
  const there = newFolder()
  await openStore(there)
  await bring(there, file)
  const before = rowsOf(there)
  expect(await bring(there, file)).toMatchObject({
    counts: { same: 5, added: 0, changed: 0, kept: 0, faulty: 0 },
  })
  expect(rowsOf(there)).toEqual(before)
})

test('a newer file goes on where the older one ended; what is newer here, or went on here, stays and is told', async () => {
  const { folder, store, file, ticket } = await exported()
  const there = newFolder()
  const other = await openStore(there)
  await bring(there, file)
  valueOf(await store.changeTicket(ticket.id, () => attempted('failed', 'other-fix')))
  const later = join(folder, 'later')
  valueOf(await exportRecord(join(folder, RECORD_FILE), later, AT, unhurried))
  expect(await bring(there, join(later, JSON_FILE))).toMatchObject({ counts: { changed: 1, same: 4 } })
  expect(valueOf(await other.ticket(ticket.id))?.attempts).toHaveLength(2)
  expect(valueOf(await other.check())).toMatchObject({ brokenAt: null, faults: [] })
  expect(await bring(there, file)).toMatchObject({
    counts: { kept: 1 },
    notes: [{ how: 'kept', code: 'ticket-newer', details: { number: 'T-0001' } }],
  })
  // Both went on from the same: neither takes from the other.
  valueOf(await store.changeTicket(ticket.id, () => attempted('failed', 'fix-there')))
  valueOf(await store.changeTicket(ticket.id, () => attempted('failed', 'fix-there-2')))
  valueOf(await other.changeTicket(ticket.id, () => attempted('failed', 'fix-here')))
  const latest = join(folder, 'latest')
  valueOf(await exportRecord(join(folder, RECORD_FILE), latest, AT, unhurried))
  expect(await bring(there, join(latest, JSON_FILE))).toMatchObject({
    counts: { kept: 1, changed: 0 },
    notes: [{ code: 'ticket-went-on', details: { number: 'T-0001' } }],
  })
  expect(valueOf(await other.ticket(ticket.id))?.attempts.at(-1)?.fix).toBe('fix-here')
})

test('a number that another ticket has here becomes the next one, and that is told', async () => {
  const { file, ticket } = await exported()
  const there = newFolder()
  const store = await openStore(there)
  valueOf(await store.openTicket(intake({ customerName: 'Bela' })))
  expect((await bring(there, file)).notes).toEqual([
    { line: 4, how: 'added', code: 'ticket-number', details: { number: 'T-0001', here: 'T-0002' } },
  ])
  expect(valueOf(await store.ticket(ticket.id))?.number).toBe('T-0002')
})

test('nobody who was erased here comes back with a file', async () => {
  const { file, ticket } = await exported()
  const there = newFolder()
  const store = await openStore(there)
  valueOf(await listErased(there, [ticket.customer.id]))
  await bring(there, file)
  expect(valueOf(await store.ticket(ticket.id))).toMatchObject({
    customer: { name: '', phone: '' },
    said: '',
  })
  for (const name of readdirSync(there))
    for (const text of ['Asha Rao', '=cmd()', 'serial of'])
      expect(`${name}: ${String(readFileSync(join(there, name)).includes(text))}`).toBe(`${name}: false`)
})

const edited = async (edit: (lines: string[]) => readonly string[]): Promise<string> => {
  const { file } = await exported()
  const to = join(newFolder(), JSON_FILE)
  writeFileSync(to, edit(readFileSync(file, 'utf8').split('\n')).join('\n'))
  return to
}

test.each<[string, (lines: string[]) => readonly string[], number, string]>([
  [
    'a state that there is not',
    (lines) => lines.map((line) => line.replace('"state":"fixed"', '"state":"gone"')),
    4,
    'ticket.state is not as it should be',
  ],
  [
    'a column that there is not',
    (lines) => lines.map((line) => line.replace('"said":', '"say":"","said":')),
    4,
    'ticket has names that are not known',
  ],
  [
    'a text that is no list',
    (lines) => lines.map((line) => line.replace(String.raw`"symptoms":"[\"SY01\"]"`, '"symptoms":"rubbish"')),
    4,
    'ticket.symptoms is not as it should be',
  ],
  [
    'a line that was cut off',
    (lines) => lines.map((line, index) => (index === 3 ? line.slice(0, 80) : line)),
    4,
    'it is no line of an export',
  ],
  [
    'a ticket without its customer',
    (lines) => lines.filter((_, index) => index !== 1),
    3,
    'its customer is not in the file',
  ],
])('%s is left out, told by its line, and takes nothing else with it', async (_, edit, line, why) => {
  const file = await edited(edit)
  const there = newFolder()
  const store = await openStore(there)
  const report = await bring(there, file)
  expect(report.counts.faulty).toBeGreaterThan(0)
  expect(report.notes[0]).toMatchObject({ line, how: 'faulty' })
  expect(report.notes.map(({ code, details }) => say(`import.line.${code}`, details))[0]).toBe(why)
  expect(report.counts.added).toBeGreaterThan(0)
  expect(valueOf(await store.check())).toMatchObject({ tickets: 0, brokenAt: null, faults: [] })
})

test.each<[string, string, string]>([
  ['rubbish', 'hello', 'import.unusable'],
  ['nothing', '', 'import.unusable'],
  ['another file of JSON', '{"benchside":"own-knowledge"}', 'import.unusable'],
  [
    'a file of a newer Benchside',
    `[{"benchside":"record","format":1,"migrations":["9999-x"],"madeAt":"${AT}"}]`,
    'import.newer',
  ],
])('%s is refused as a whole', async (_, text, code) => {
  const folder = newFolder()
  await openStore(folder)
  const file = join(folder, 'file.json')
  writeFileSync(file, text)
  const record = join(folder, RECORD_FILE)
  expect(await importRecord({ record, file, dryRun: false, at: AT })).toMatchObject({ failure: { code } })
  mkdirSync(join(folder, 'folder'))
  expect(await importRecord({ record, file: join(folder, 'folder'), dryRun: false, at: AT })).toMatchObject({
    ok: false,
  })
})

test('a file that ends early says so', async () => {
  const file = await edited((lines) => lines.slice(0, -2))
  const there = newFolder()
  await openStore(there)
  expect(await bring(there, file)).toMatchObject({ isWhole: false, counts: { added: 5 } })
})

const PERSON = ['Asha Rao', 'Asha Wrong', '=cmd()', 'serial of', 'her-scratch', 'her-note', '490154203237518']

/** Two customers who turned out to be one, with all that an intake can note, and the file of it. */
const exportedPerson = async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const first = await plant(store)
  const { id: second, customer } = valueOf(
    await store.openTicket(
      intake({
        customerName: 'Asha Wrong',
        device: { imei: '490154203237518', imei2: '', serial: 'serial of the box', model: 'M' },
        reworkOf: first.id,
        intake: {
          ...EMPTY_INTAKE,
          condition: ['scratches'],
          conditionNote: 'her-scratch',
          left: ['sim'],
          proof: 'seen',
          promisedAt: '2026-11-25T10:00:00.000Z',
          quote: 149_950,
          currency: 'INR',
        },
      }),
    ),
  )
  const event = { at: AT, who: 'Ravi', code: 'note', details: {}, words: { text: 'her-note' } } as const
  valueOf(await store.changeTicket(second, () => ({ ok: true, value: { event } })))
  valueOf(await store.mergeCustomers({ into: first.customer.id, from: customer.id, at: AT, who: 'Ravi' }))
  const to = join(folder, 'export')
  valueOf(await exportRecord(join(folder, RECORD_FILE), to, AT, unhurried))
  return {
    folder,
    first: first.id,
    second,
    people: [first.customer.id, customer.id],
    file: join(to, JSON_FILE),
    to,
  }
}

test('people who turned out to be one, notes, numbers, money and rework come across, and the history is whole', async () => {
  const { folder, first, second, file, to } = await exportedPerson()
  const there = newFolder()
  const store = await openStore(there)
  expect(await bring(there, file)).toMatchObject({ isWhole: true, notes: [], counts: { faulty: 0 } })
  expect(rowsOf(there)).toEqual(rowsOf(folder))
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
  expect(valueOf(await store.ticket(second))).toMatchObject({
    reworkOf: { id: first },
    customer: { name: 'Asha Rao' },
  })
  expect(await bring(there, file)).toMatchObject({ counts: { added: 0, changed: 0, kept: 0, faulty: 0 } })
  expect(readFileSync(join(to, 'tickets.csv'), 'utf8')).toContain(',1499.50,')
  expect(readFileSync(join(to, 'history.csv'), 'utf8')).toContain('her-note')
})

test('nothing of a person erased here under one of their ids comes back with a file', async () => {
  const { file, people, second } = await exportedPerson()
  const there = newFolder()
  const store = await openStore(there)
  valueOf(await listErased(there, people))
  await bring(there, file)
  expect(valueOf(await store.ticket(second))).toMatchObject({ customer: { name: '', phone: '' } })
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
  for (const name of readdirSync(there))
    for (const text of PERSON)
      expect(`${name}: ${text} ${String(readFileSync(join(there, name)).includes(text))}`).toBe(
        `${name}: ${text} false`,
      )
})

test('words that their event was not written with are left out with their ticket, and told', async () => {
  const { file } = await exportedPerson()
  const there = newFolder()
  const store = await openStore(there)
  writeFileSync(file, readFileSync(file, 'utf8').replace('her-note', 'not-hers'))
  expect((await bring(there, file)).notes[0]).toMatchObject({
    how: 'faulty',
    code: 'other-words',
  })
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
})
