import { expect, test } from 'vitest'
import type { Store } from '../../src/storage/store.ts'
import { openStore } from './open-for-test.ts'
import { attempted, inspectionNamed, intake, valueOf } from './some-record.ts'

const read = async (store: Store, id: string, serial: string, training = false): Promise<string> => {
  valueOf(await store.beginInspection({ ...inspectionNamed(id), training }))
  return valueOf(await store.nameDevice(id, { serial, model: null, marketName: null, training }))
}

const seen = async (store: Store, who: Parameters<Store['seenBefore']>[0]) =>
  valueOf(await store.seenBefore(who)).map(({ number, by, workedFix, state }) => [
    number,
    by,
    workedFix,
    state,
  ])

test('a phone and a customer are known again, the newest ticket first', async () => {
  const store = await openStore()
  const deviceId = await read(store, 'one', 'S1')
  const first = valueOf(
    await store.openTicket(intake({ inspectionId: 'one', customerPhone: '+91 98765 43210' })),
  )
  valueOf(await store.changeTicket(first.id, () => attempted('worked')))
  valueOf(await store.openTicket(intake({ customerPhone: '098765-43210' })))
  valueOf(await store.openTicket(intake({ customerPhone: '+91 11111 11111' })))

  expect(await seen(store, { deviceId })).toEqual([['T-0001', 'phone', 'set-clock', 'fixed']])
  expect(await seen(store, { phoneNumber: '98765 43210' })).toEqual([
    ['T-0002', 'number', null, 'diagnosing'],
    ['T-0001', 'number', 'set-clock', 'fixed'],
  ])
  expect(await seen(store, { deviceId, phoneNumber: '98765 43210' })).toEqual([
    ['T-0002', 'number', null, 'diagnosing'],
    ['T-0001', 'phone', 'set-clock', 'fixed'],
  ])
  expect(await seen(store, { phoneNumber: '12345' })).toEqual([])
  expect(await seen(store, {})).toEqual([])
})

test('tickets on a training phone are no history, and somebody erased is not known again', async () => {
  const store = await openStore()
  await read(store, 'one', 'S1', true)
  const training = valueOf(await store.openTicket(intake({ inspectionId: 'one', customerPhone: '1234567' })))
  expect(training.training).toBe(true)
  expect(await seen(store, { phoneNumber: '1234567' })).toEqual([])
  const { customer } = valueOf(await store.openTicket(intake({ customerPhone: '1234567' })))
  expect(await seen(store, { phoneNumber: '1234567' })).toHaveLength(1)
  valueOf(await store.eraseCustomer(customer.id, 'now', 'counter'))
  expect(await seen(store, { phoneNumber: '1234567' })).toEqual([])
})

test('only the newest few are told', async () => {
  const store = await openStore()
  for (let count = 0; count < 8; count += 1)
    valueOf(await store.openTicket(intake({ customerPhone: '1234567' })))
  const numbers = (await seen(store, { phoneNumber: '1234567' })).map(([number]) => number)
  expect(numbers).toEqual(['T-0008', 'T-0007', 'T-0006', 'T-0005', 'T-0004'])
})
