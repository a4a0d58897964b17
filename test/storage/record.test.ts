import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { done, failed, type Answer } from '../../src/core/failure.ts'
import { openSqliteStore, RECORD_FILE } from '../../src/storage/open-sqlite.ts'
import type { NewTicket, Store, TicketEvent } from '../../src/storage/store.ts'

let folder = ''
let stores: Store[] = []

const open = async (): Promise<Store> => {
  const store = value(await openSqliteStore(folder))
  stores.push(store)
  return store
}

const value = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

const intake = (more: Partial<NewTicket> = {}): NewTicket => ({
  customerName: 'Hira 100%_P',
  customerPhone: '+92 (300) 123-45',
  said: 'cannot verify',
  symptoms: ['SY01'],
  consents: ['read'],
  inspectionId: null,
  at: '2026-11-23T10:00:00.000Z',
  who: 'counter',
  ...more,
})

const event: TicketEvent = { at: '2026-11-23T10:01:00.000Z', who: 'counter', code: 'attempt', details: {} }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'benchside-record-'))
  stores = []
})

afterEach(async () => {
  for (const store of stores) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the record', () => {
  it('counts on over two programs that have the record open', async () => {
    const window = await open()
    const terminal = await open()
    const numbers: string[] = []
    for (const store of [window, terminal, window, terminal]) {
      numbers.push(value(await store.openTicket(intake())).number)
    }
    expect(numbers).toEqual(['T-0001', 'T-0002', 'T-0003', 'T-0004'])
  })

  it('keeps a ticket with its attempt and its history over a new opening', async () => {
    const store = await open()
    const { id } = value(await store.openTicket(intake()))
    const changed = value(
      await store.changeTicket(id, () =>
        done({
          state: 'fixed',
          workedFix: 'set-clock',
          attempt: {
            fix: 'set-clock',
            covers: ['FX24'],
            outcome: 'worked',
            verified: 'sign-in',
            at: event.at,
          },
          event,
        }),
      ),
    )
    await store.close()
    stores = []
    const again = await open()
    expect(value(await again.ticket('t-1'))).toEqual(changed)
    expect(changed.events.map(({ code }) => code)).toEqual(['opened', 'attempt'])
    expect(changed.revision).toBe(2)
  })

  it('leaves a ticket as it was when a change is refused', async () => {
    const store = await open()
    const before = value(await store.openTicket(intake()))
    const refused = await store.changeTicket(before.id, () =>
      failed('ticket.closed', { number: before.number }),
    )
    expect(refused).toEqual(failed('ticket.closed', { number: 'T-0001' }))
    expect(value(await store.ticket(before.id))).toEqual(before)
    expect(await store.changeTicket('T-0099', () => done({ event }))).toEqual(
      failed('ticket.unknown', { id: 'T-0099' }),
    )
  })

  it.each(['hira', '100%_', '9230012345', '+92 300 123', 't-0001', 'VERIFY cannot'])(
    'finds by “%s”',
    async (search) => {
      const store = await open()
      value(await store.openTicket(intake()))
      const found = value(await store.tickets({ search, state: null, limit: 10 }))
      expect(found.tickets.map(({ customer }) => customer.name)).toEqual(['Hira 100%_P'])
      expect(found.total).toBe(1)
    },
  )

  it('takes percent and underline as they are written', async () => {
    const store = await open()
    value(await store.openTicket(intake({ customerName: 'Anna', said: '' })))
    expect(value(await store.tickets({ search: '%', state: null, limit: 10 })).total).toBe(0)
    expect(value(await store.tickets({ search: '_nna', state: null, limit: 10 })).total).toBe(0)
  })

  it('refuses a record of a newer Benchside and leaves it untouched', async () => {
    await (await open()).close()
    stores = []
    const file = join(folder, RECORD_FILE)
    const raw = new Database(file)
    raw.prepare("insert into migrations values ('9999-from-the-future', 'x')").run()
    raw.close()
    const before = readFileSync(file)
    expect(await openSqliteStore(folder)).toEqual(failed('record.newer', { file }))
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('says that a damaged record is damaged, and keeps it', async () => {
    const file = join(folder, RECORD_FILE)
    const rubbish = Buffer.alloc(8192, 'rubbish')
    writeFileSync(file, rubbish)
    const opened = await openSqliteStore(folder)
    expect(opened.ok ? 'opened' : opened.failure.code).toBe('record.damaged')
    expect(readFileSync(file).equals(rubbish)).toBe(true)
  })

  it('keeps what was typed, and forgets it when told', async () => {
    const store = await open()
    value(await store.saveDraft('new-ticket', '{"said":"ab"}'))
    value(await store.saveDraft('new-ticket', '{"said":"abc"}'))
    expect(value(await store.draft('new-ticket'))).toBe('{"said":"abc"}')
    value(await store.saveDraft('new-ticket', null))
    expect(value(await store.draft('new-ticket'))).toBeNull()
  })
})
