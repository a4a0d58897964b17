import { expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import { afterClose } from '../../src/core/ticket-moves.ts'
import { NOTHING_TYPED } from '../../src/core/ticket.ts'
import type { Store } from '../../src/storage/store.ts'
import { openStore } from './open-for-test.ts'
import { attempted, inspectionNamed, intake, valueOf } from './some-record.ts'

const at = '2026-11-23T12:00:00.000Z'
const about = { at, who: 'Meera' }
const IMEI = '490154203237518'

const open = async (store: Store, more: Parameters<typeof intake>[0] = {}) =>
  valueOf(await store.openTicket(intake({ customerPhone: '+91 98765 43210', ...more })))
const numbers = (tickets: readonly { readonly number: string }[]) => tickets.map(({ number }) => number)

test('somebody who comes again is the same customer, and what they write otherwise now is put right', async () => {
  const store = await openStore()
  const first = await open(store)
  const again = await open(store, { customerId: first.customer.id, customerName: 'Asha R. Rao' })
  expect(again.customer).toEqual({ ...first.customer, name: 'Asha R. Rao' })
  const record = valueOf(await store.customer(first.customer.id))
  expect(record?.customer.name).toBe('Asha R. Rao')
  expect(numbers(record?.tickets ?? [])).toEqual(['T-0002', 'T-0001'])
  for (const { id } of [first, again]) {
    const events = valueOf(await store.ticket(id))?.events ?? []
    expect(events.at(-1)).toMatchObject({ code: 'corrected', words: { nameFrom: 'Asha Rao' } })
  }
  expect(await store.customer('nobody')).toEqual(done(null))
})

test('two customers become one: tickets move, each history says it, and both numbers find them', async () => {
  const store = await openStore()
  const one = await open(store)
  const two = await open(store, { customerName: 'A. Rao', customerPhone: '098765 43210' })
  const three = await open(store, { customerName: 'Other', customerPhone: '+91 11111 22222' })
  const alike = valueOf(await store.customer(one.customer.id))?.alike
  expect(alike).toMatchObject([{ id: two.customer.id, name: 'A. Rao', tickets: 1 }])
  const [into, from] = [one.customer.id, two.customer.id]
  valueOf(await store.mergeCustomers({ into, from, ...about }))
  valueOf(await store.mergeCustomers({ into, from: three.customer.id, ...about }))
  for (const id of [into, from, three.customer.id]) {
    const record = valueOf(await store.customer(id))
    expect(record).toMatchObject({ customer: { id: into, name: 'Asha Rao' }, alike: [] })
    expect(numbers(record?.tickets ?? [])).toEqual(['T-0003', 'T-0002', 'T-0001'])
    expect(record?.before.map(({ name }) => name)).toEqual(['A. Rao', 'Other'])
  }
  const moved = valueOf(await store.ticket(two.id))
  expect(moved).toMatchObject({ customer: { id: into, name: 'Asha Rao' }, revision: 2 })
  expect(moved?.events.at(-1)).toMatchObject({ code: 'merged', who: 'Meera', words: { from: 'A. Rao' } })
  expect(numbers(valueOf(await store.seenBefore({ phoneNumber: '011111-22222' })))).toEqual([
    'T-0003',
    'T-0002',
    'T-0001',
  ])
  expect(await store.mergeCustomers({ into, from, ...about })).toMatchObject({
    failure: { code: 'customer.same' },
  })
  expect(await store.mergeCustomers({ into, from: 'nobody', ...about })).toMatchObject({
    failure: { code: 'customer.unknown' },
  })
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
})

test('erasing a customer, by any of their entries, erases all of them', async () => {
  const store = await openStore()
  const one = await open(store)
  const two = await open(store, { customerName: 'A. Rao', customerPhone: '555 0000 111' })
  valueOf(await store.mergeCustomers({ into: one.customer.id, from: two.customer.id, ...about }))
  expect(valueOf(await store.eraseCustomer(two.customer.id, at, 'counter'))).toMatchObject({ tickets: 2 })
  expect(valueOf(await store.customer(one.customer.id))).toBeNull()
  expect(valueOf(await store.seenBefore({ phoneNumber: '5550000111' }))).toEqual([])
  expect(JSON.stringify(valueOf(await store.ticket(two.id)))).not.toMatch(/Rao|5550000/u)
})

const read = async (store: Store, id: string, serial: string): Promise<string> => {
  valueOf(await store.beginInspection(inspectionNamed(id)))
  return valueOf(await store.nameDevice(id, { serial, model: 'M', marketName: null, training: false }))
}

test('a phone that was only written down is known by its IMEI, and is one with itself once it is read', async () => {
  const store = await openStore()
  const typed = { ...NOTHING_TYPED, imei: IMEI, model: 'Redmi Note 12' }
  const dead = await open(store, { device: typed })
  expect(dead.device).toMatchObject({ imeis: [IMEI], model: 'Redmi Note 12', serial: '', isTyped: true })
  const again = await open(store, { device: { ...NOTHING_TYPED, imei2: IMEI } })
  expect(again.device?.id).toBe(dead.device?.id)
  expect(valueOf(await store.seenBefore({ imeis: [IMEI] })).map(({ number, by }) => [number, by])).toEqual([
    ['T-0002', 'imei'],
    ['T-0001', 'imei'],
  ])
  const found = valueOf(await store.tickets({ search: IMEI, state: null, limit: 9 }))
  expect(found.total).toBe(2)

  const deviceId = await read(store, 'one', 'S1')
  const event = { ...about, code: 'phone', details: {} } as const
  const tied = valueOf(await store.changeTicket(again.id, () => done({ inspectionId: 'one', event })))
  expect(tied.device).toMatchObject({ id: deviceId, serial: 'S1', isTyped: false })
  expect(tied.device?.imeis).toContain(IMEI)
  // The first ticket still has what was written down, and is found from the phone.
  expect(numbers(valueOf(await store.seenBefore({ deviceId })))).toEqual(['T-0002', 'T-0001'])
  const record = valueOf(await store.device(deviceId))
  expect(numbers(record?.tickets ?? [])).toEqual(['T-0002', 'T-0001'])
  expect(record?.readings.map(({ id }) => id)).toEqual(['one'])
})

test('what is written down of a phone is told by each of its tickets', async () => {
  const store = await openStore()
  const id = await read(store, 'one', 'S1')
  const ticket = await open(store, { inspectionId: 'one' })
  const typed = { imei: IMEI, imei2: '', serial: 'S2', model: '' }
  valueOf(await store.describeDevice(id, typed, about))
  valueOf(await store.describeDevice(id, typed, about))
  const after = valueOf(await store.ticket(ticket.id))
  expect(after?.device).toMatchObject({ serial: 'S1', imeis: [IMEI] })
  expect(after?.events.map(({ code }) => code)).toEqual(['opened', 'device'])
  expect(after?.events.at(-1)?.words).toMatchObject({ imeiFrom: '', imeiTo: IMEI, serialTo: 'S2' })
  expect(valueOf(await store.device(id))?.typed).toEqual(typed)
  expect(await store.describeDevice('none', typed, about)).toMatchObject({
    failure: { code: 'device.unknown' },
  })
})

const closeAt = async (store: Store, id: string, closedAt: string) => {
  valueOf(await store.changeTicket(id, () => attempted('worked')))
  valueOf(
    await store.changeTicket(id, (ticket) => {
      const moved = afterClose(ticket, 'fixed')
      if (!moved.ok) return moved
      const warranty = { days: 30, until: '2026-12-23T10:30:00.000Z' }
      const event = { at: closedAt, who: 'c', code: 'closed' as const, details: {} }
      return done({ ...moved.value, closedAt, warranty, event })
    }),
  )
}

test('a rework belongs to the first ticket, its warranty runs on, and the phone counts as come back', async () => {
  const store = await openStore()
  const first = await open(store, { at: '2026-11-23T09:00:00.000Z' })
  await closeAt(store, first.id, '2026-11-23T10:30:00.000Z')
  const came = async (id: string) =>
    valueOf(await store.closedTickets({ since: null, limit: 9 })).find((one) => one.id === id)?.cameBack
  expect(await came(first.id)).toBe(false)
  const second = await open(store, { reworkOf: first.id, at })
  expect(second).toMatchObject({
    reworkOf: { id: first.id, number: 'T-0001' },
    warranty: { days: 30, until: '2026-12-23T10:30:00.000Z' },
  })
  expect(second.events.map(({ code, details }) => [code, details['warranty']])).toContainEqual([
    'rework',
    'runs',
  ])
  expect(valueOf(await store.ticket(first.id))?.events.at(-1)).toMatchObject({
    code: 'came-back',
    details: { number: 'T-0002' },
  })
  expect(await came(first.id)).toBe(true)
  const third = await open(store, { reworkOf: 'T-0002', at })
  expect(third.reworkOf?.number).toBe('T-0001')
  const refused = await store.changeTicket(third.id, () =>
    done({ reworkOf: 'T-0001', event: { ...about, code: 'rework', details: {} } }),
  )
  expect(refused).toMatchObject({ failure: { code: 'ticket.no-rework' } })
})

test('a phone that was once only written down counts as come back by its IMEI', async () => {
  const store = await openStore()
  const device = { ...NOTHING_TYPED, imei: IMEI }
  const first = await open(store, { device, at: '2026-11-23T09:00:00.000Z' })
  await closeAt(store, first.id, '2026-11-23T10:30:00.000Z')
  const id = await read(store, 'one', 'S1')
  valueOf(await store.describeDevice(id, { ...device, imei: '', imei2: IMEI }, about))
  await open(store, { inspectionId: 'one', at })
  expect(valueOf(await store.closedTickets({ since: null, limit: 9 }))).toMatchObject([
    { id: first.id, cameBack: true },
  ])
})
