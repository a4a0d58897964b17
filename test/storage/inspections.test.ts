import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptText, SECTIONS } from '../../src/core/probes/index.ts'
import type { SectionOutput } from '../../src/core/probes/probe.ts'
import { measured } from '../../src/core/reading.ts'
import type { Store } from '../../src/storage/store.ts'
import { engine, newFolder, openStore } from './open-for-test.ts'
import { inspectionNamed, intake, valueOf } from './some-record.ts'

const section = (id: string, text: string): SectionOutput => ({
  id,
  command: `read ${id}`,
  text,
  exitCode: 0,
  complete: true,
  sentAt: 1_790_000_000_000.25,
  receivedAt: 1_790_000_000_012.5,
})

const read = async (
  store: Store,
  id: string,
  { serial = 'S1', model = 'M', training = false, startedAt = '2026-11-23T10:00:00.000Z' } = {},
): Promise<string> => {
  valueOf(await store.beginInspection({ ...inspectionNamed(id, startedAt), training }))
  return valueOf(await store.nameDevice(id, { serial, model, marketName: null, training }))
}

describe('a phone in the record', () => {
  test('that is seen twice is one device, under the name it has now', async () => {
    const store = await openStore()
    const first = await read(store, 'one', { model: 'old name' })
    const second = await read(store, 'two', { model: 'new name' })
    expect(second).toBe(first)
    const ticket = valueOf(await store.openTicket(intake({ inspectionId: 'one' })))
    expect(ticket.device).toMatchObject({ id: first, serial: 'S1', model: 'new name' })
  })

  test('keeps its names when a reading is cut short', async () => {
    const store = await openStore()
    await read(store, 'one', { model: 'a model' })
    valueOf(await store.beginInspection(inspectionNamed('two')))
    valueOf(await store.nameDevice('two', { serial: 'S1', model: null, marketName: null, training: false }))
    const ticket = valueOf(await store.openTicket(intake({ inspectionId: 'two' })))
    expect(ticket.device?.model).toBe('a model')
  })

  test('belongs to the ticket that was opened before it had said its serial', async () => {
    const store = await openStore()
    valueOf(await store.beginInspection(inspectionNamed('one')))
    const early = valueOf(await store.openTicket(intake({ inspectionId: 'one' })))
    expect(early.device).toBeNull()
    const device = valueOf(
      await store.nameDevice('one', { serial: 'S9', model: 'M', marketName: null, training: false }),
    )
    expect(valueOf(await store.ticket(early.id))?.device).toMatchObject({
      id: device,
      serial: 'S9',
      model: 'M',
    })
    expect(valueOf(await store.openTicketOfDevice(device))).toBe(early.id)
    expect(valueOf(await store.tickets({ search: 's9', state: null, limit: 5 })).total).toBe(1)
  })

  test('that is read after its ticket was opened becomes the ticket’s', async () => {
    const store = await openStore()
    const ticket = valueOf(await store.openTicket(intake()))
    const device = await read(store, 'later', { serial: 'S7' })
    const event = { at: '', who: 'counter', code: 'phone', details: {} } as const
    const change = { ok: true, value: { inspectionId: 'later', event } } as const
    const changed = valueOf(await store.changeTicket(ticket.id, () => change))
    expect(changed.device).toMatchObject({ id: device, serial: 'S7' })
    expect(valueOf(await store.latestInspectionOfTicket(ticket.id))?.id).toBe('later')
    expect(valueOf(await store.openTicketOfDevice(device))).toBe(ticket.id)
  })

  test('of a training is another device than the real one of the same serial', async () => {
    const store = await openStore()
    expect(await read(store, 'one')).not.toBe(await read(store, 'two', { training: true }))
  })

  test('goes on with the ticket that is open on it, and not with a closed or a foreign one', async () => {
    const store = await openStore()
    const device = await read(store, 'one')
    const ticket = valueOf(await store.openTicket(intake({ inspectionId: 'one' })))
    await read(store, 'other', { serial: 'S2', startedAt: '2026-11-23T12:00:00.000Z' })
    await read(store, 'two', { startedAt: '2026-11-23T11:00:00.000Z' })
    expect(valueOf(await store.latestInspectionOfTicket(ticket.id))?.id).toBe('two')
    expect(valueOf(await store.openTicketOfDevice(device))).toBe(ticket.id)
    const event = { at: '2026-11-23T13:00:00.000Z', who: 'counter', code: 'closed', details: {} } as const
    valueOf(await store.changeTicket(ticket.id, () => ({ ok: true, value: { state: 'closed', event } })))
    await read(store, 'three', { startedAt: '2026-11-23T14:00:00.000Z' })
    expect(valueOf(await store.openTicketOfDevice(device))).toBeNull()
    expect(valueOf(await store.inspection('three'))?.ticketId).toBeNull()
  })

  test('is judged by what was read before a moment', async () => {
    const store = await openStore()
    const times = ['10', '11', '12'].map((hour) => `2026-11-23T${hour}:00:00.000Z`)
    await read(store, times[0] ?? '', { startedAt: times[0] ?? '' })
    const { id } = valueOf(await store.openTicket(intake({ inspectionId: times[0] ?? '' })))
    for (const startedAt of times.slice(1)) await read(store, startedAt, { startedAt })
    for (const inspection of times)
      valueOf(await store.endInspection(inspection, { tookMs: 5, roundTrips: 1, stopped: null }))
    const before = async (moment?: string) =>
      valueOf(await store.latestInspectionOfTicket(id, 'ended', moment))?.id ?? null
    expect(await before()).toBe(times[2])
    expect(await before('2026-11-23T11:30:00.000Z')).toBe(times[1])
    expect(await before('2026-11-23T09:00:00.000Z')).toBeNull()
  })

  test('is compared with how it was first read: the oldest that ended, sooner one that was read whole', async () => {
    const store = await openStore()
    await read(store, 'one', { startedAt: '2026-11-23T10:00:00.000Z' })
    const { id } = valueOf(await store.openTicket(intake({ inspectionId: 'one' })))
    const first = async () => valueOf(await store.firstInspectionOfTicket(id))?.id ?? null
    const end = async (inspection: string, stopped: 'unplugged' | null) =>
      valueOf(await store.endInspection(inspection, { tookMs: 5, roundTrips: 1, stopped }))
    expect(await first()).toBeNull()
    await read(store, 'four', { startedAt: '2026-11-23T13:00:00.000Z' })
    await read(store, 'three', { startedAt: '2026-11-23T12:00:00.000Z' })
    await read(store, 'two', { startedAt: '2026-11-23T11:00:00.000Z' })
    await end('two', 'unplugged')
    expect(await first()).toBe('two')
    await end('four', null)
    expect(await first()).toBe('four')
    await end('three', null)
    expect(await first()).toBe('three')
    expect(valueOf(await store.latestInspectionOfTicket(id, 'ended'))?.id).toBe('four')
    expect(valueOf(await store.firstInspectionOfTicket('no such ticket'))).toBeNull()
  })

  test('that was pulled out keeps what was read until then, over a new opening', async () => {
    const folder = newFolder()
    const store = await openStore(folder)
    await read(store, 'one')
    const reading = measured('1', 'x', { uncertainty: 0.1 })
    const entry = { id: 'battery.level', reading, sections: ['battery'], at: '2026-11-23T10:00:00.012Z' }
    valueOf(await store.addReadings('one', [section('battery', 'level: 1')], [entry]))
    valueOf(await store.addReadings('one', [], []))
    await store.close()
    const found = valueOf(await (await openStore(folder)).inspection('one'))
    expect(found).toMatchObject({ tookMs: null, stopped: null, readings: [entry] })
    expect(found?.sections).toEqual([section('battery', 'level: 1')])
  })

  test('is not overwritten by a section or a reading that comes twice', async () => {
    const store = await openStore()
    await read(store, 'one')
    for (const text of ['first', 'second']) {
      const entry = { id: 'r', reading: measured(text, 'x'), sections: [], at: '' }
      valueOf(await store.addReadings('one', [section('battery', text)], [entry]))
    }
    const found = valueOf(await store.inspection('one'))
    expect(found?.sections.map(({ text }) => text)).toEqual(['first'])
    expect(found?.readings.map(({ reading }) => reading)).toEqual([measured('first', 'x')])
  })
})

test('what is kept of a phone’s text comes back byte for byte', async () => {
  const store = await openStore()
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SECTIONS),
      fc.string({ unit: 'binary', maxLength: 200 }),
      async ({ id }, text) => {
        const inspection = `inspection ${String(count++)}`
        valueOf(await store.beginInspection(inspectionNamed(inspection)))
        const kept = keptText({ id, text })
        valueOf(await store.addReadings(inspection, [section(id, kept)], []))
        const found = valueOf(await store.inspection(inspection))
        expect(found?.sections).toEqual([section(id, kept)])
      },
    ),
    { numRuns: 100 },
  )
})

test('names and notes in any script come back as they were written', async () => {
  const store = await openStore()
  const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 })
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (customerName, customerPhone, said) => {
      const { id } = valueOf(await store.openTicket(intake({ customerName, customerPhone, said })))
      const found = valueOf(await store.ticket(id))
      expect(found?.customer).toMatchObject({
        name: engine.kept(customerName),
        phone: engine.kept(customerPhone),
      })
      expect(found?.said).toBe(engine.kept(said))
    }),
    { numRuns: 100 },
  )
})

describe('the search', () => {
  const search = async (store: Store, words: string): Promise<readonly string[]> =>
    valueOf(await store.tickets({ search: words, state: null, limit: 50 })).tickets.map(
      ({ number }) => number,
    )

  test.each([
    ['Даша Петрова', 'петров'],
    ['Ζωή Παπαδοπούλου', 'ΠΑΠΑΔ'],
    ['محمد علی', 'علی'],
    ['प्रिया शर्मा', 'शर्मा'],
    ['李小龍', '小龍'],
    ['Nguyễn Thị Hương', 'nguyễn hương'.normalize('NFD')],
    ['ＦＵＬＬ Width', 'full'],
    ['Åsa 100%_\\', '100%_\\'],
    ["O'Brien; drop table tickets", "o'brien;"],
    ['😀 Emoji 👩‍🔧', '👩‍🔧'],
  ])('finds %s by “%s”, and nobody else', async (customerName, words) => {
    const store = await openStore()
    valueOf(await store.openTicket(intake({ customerName: 'Somebody Else' })))
    valueOf(await store.openTicket(intake({ customerName })))
    expect(await search(store, words)).toEqual(['T-0002'])
  })

  test('finds by the model, the name of sale and the serial of the phone', async () => {
    const store = await openStore()
    valueOf(await store.beginInspection(inspectionNamed('one')))
    const names = { serial: '71d23d60', model: '23043RP34G', marketName: 'Xiaomi Pad 6' }
    valueOf(await store.nameDevice('one', { ...names, training: false }))
    valueOf(await store.openTicket(intake({ inspectionId: 'one' })))
    valueOf(await store.openTicket(intake()))
    for (const words of ['23043rp', 'pad 6 xiaomi', '71D23', 'T-0001', '0001'])
      expect(await search(store, words)).toEqual(['T-0001'])
  })

  test.each(['%', '_', '\\', '%%', '\\%', "'", '"', '*', '?', '=', '#', '<', '[z-b]', 'Dash_', 'A%o'])(
    'takes “%s” as it is written',
    async (words) => {
      const store = await openStore()
      valueOf(await store.openTicket(intake()))
      valueOf(await store.openTicket(intake({ customerName: `x ${words}x` })))
      expect(await search(store, words)).toEqual(['T-0002'])
    },
  )

  test('finds a ticket by any word of its name', async () => {
    const store = await openStore()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), async (customerName) => {
        const { number } = valueOf(await store.openTicket(intake({ customerName })))
        for (const word of customerName.split(/\s+/u).filter((part) => part !== ''))
          expect(await search(store, word)).toContain(number)
      }),
      { numRuns: 40 },
    )
  })

  test('takes whatever is pasted into it', async () => {
    const store = await openStore()
    valueOf(await store.openTicket(intake()))
    expect(await search(store, 'x'.repeat(200_000))).toEqual([])
    expect(await search(store, 'asha '.repeat(50_000))).toEqual(['T-0001'])
  })
})
