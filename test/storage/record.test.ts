import { beforeEach, describe, expect, it } from 'vitest'
import { done, failed } from '../../src/core/failure.ts'
import type { NewTicket, TicketEvent } from '../../src/storage/store.ts'
import { engine, newFolder, openStore } from './open-for-test.ts'
import { intake as someIntake, valueOf } from './some-record.ts'

let folder = ''

beforeEach(() => {
  folder = newFolder()
})

const intake = (more: Partial<NewTicket> = {}): NewTicket =>
  someIntake({ customerName: 'Hira 100%_P', customerPhone: '+92 (300) 123-45', ...more })

const event: TicketEvent = { at: '2026-11-23T10:01:00.000Z', who: 'counter', code: 'attempt', details: {} }

describe('the record', () => {
  it('counts on over two programs that have the record open', async () => {
    const window = await openStore(folder)
    const terminal = await openStore(folder)
    const numbers: string[] = []
    for (const store of [window, terminal, window, terminal]) {
      numbers.push(valueOf(await store.openTicket(intake())).number)
    }
    expect(numbers).toEqual(['T-0001', 'T-0002', 'T-0003', 'T-0004'])
  })

  it('keeps a ticket with its attempt and its history over a new opening', async () => {
    const store = await openStore(folder)
    const { id } = valueOf(await store.openTicket(intake()))
    const changed = valueOf(
      await store.changeTicket(id, () =>
        done({
          state: 'fixed',
          workedFix: 'set-clock',
          attempts: [
            {
              fix: 'set-clock',
              covers: ['FX24'],
              outcome: 'worked',
              verified: 'sign-in',
              at: event.at,
            },
          ],
          event,
        }),
      ),
    )
    await store.close()
    const again = await openStore(folder)
    expect(valueOf(await again.ticket('t-1'))).toEqual(changed)
    expect(changed.events.map(({ code }) => code)).toEqual(['opened', 'attempt'])
    expect(changed.revision).toBe(2)
  })

  it('leaves a ticket as it was when a change is refused', async () => {
    const store = await openStore(folder)
    const before = valueOf(await store.openTicket(intake()))
    const refused = await store.changeTicket(before.id, () =>
      failed('ticket.closed', { number: before.number }),
    )
    expect(refused).toEqual(failed('ticket.closed', { number: 'T-0001' }))
    expect(valueOf(await store.ticket(before.id))).toEqual(before)
    expect(await store.changeTicket('T-0099', () => done({ event }))).toEqual(
      failed('ticket.unknown', { id: 'T-0099' }),
    )
  })

  it.each(['hira', '100%_', '9230012345', '+92 300 123', 't-0001', 'VERIFY cannot'])(
    'finds by “%s”',
    async (search) => {
      const store = await openStore(folder)
      valueOf(await store.openTicket(intake()))
      const found = valueOf(await store.tickets({ search, state: null, limit: 10 }))
      expect(found.tickets.map(({ customer }) => customer.name)).toEqual(['Hira 100%_P'])
      expect(found.total).toBe(1)
    },
  )

  it('takes percent and underline as they are written', async () => {
    const store = await openStore(folder)
    valueOf(await store.openTicket(intake({ customerName: 'Anna', said: '' })))
    expect(valueOf(await store.tickets({ search: '%', state: null, limit: 10 })).total).toBe(0)
    expect(valueOf(await store.tickets({ search: '_nna', state: null, limit: 10 })).total).toBe(0)
  })

  it('is refused when it is of a newer Benchside, and left untouched', async () => {
    await (await openStore(folder)).close()
    await engine.byHand(folder, "insert into migrations values ('9999-from-the-future', 'x')")
    const before = await engine.contents(folder)
    expect(await engine.open(folder)).toMatchObject({ ok: false, failure: { code: 'record.newer' } })
    expect(await engine.contents(folder)).toEqual(before)
  })

  it('keeps what was typed, and forgets it when told', async () => {
    const store = await openStore(folder)
    valueOf(await store.saveDraft('new-ticket', '{"said":"ab"}'))
    valueOf(await store.saveDraft('new-ticket', '{"said":"abc"}'))
    expect(valueOf(await store.draft('new-ticket'))).toBe('{"said":"abc"}')
    valueOf(await store.saveDraft('new-ticket', null))
    expect(valueOf(await store.draft('new-ticket'))).toBeNull()
  })
})
