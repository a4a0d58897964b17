import { expect, test } from 'vitest'
import { engine, newFolder, openStore } from './open-for-test.ts'
import { personIn, plant } from './planted-person.ts'
import { inspectionNamed, intake, valueOf } from './some-record.ts'

test('an erased person is in no byte of any file and in no row, and what helped stays', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { customer, ticket } = await plant(store)
  expect(personIn(await engine.contents(folder)).length).toBeGreaterThan(5)

  const at = '2026-11-23T11:00:00.000Z'
  expect(valueOf(await store.eraseCustomer(customer, at, 'counter'))).toEqual({
    tickets: 1,
    ticketIds: [ticket],
    devices: 1,
    inspections: 1,
    sameNumber: [],
    // A server keeps its log by its own rules.
    isInLog: engine.name !== 'sqlite',
  })
  expect(personIn(await engine.contents(folder))).toEqual([])

  const left = valueOf(await store.ticket(ticket))
  expect(left).toMatchObject({ customer: { name: '', phone: '' }, said: '', workedFix: 'set-clock' })
  expect(left?.events.at(-1)).toMatchObject({ code: 'erased', at })
  expect(left?.attempts).toMatchObject([{ fix: 'set-clock', outcome: 'worked' }])
  const inspection = valueOf(await store.latestInspectionOfTicket(ticket))
  expect(inspection?.readings.map(({ id }) => id)).toEqual(['os.family'])
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
})

test('a phone that somebody else brought too stays theirs', async () => {
  const store = await openStore()
  const { customer } = await plant(store)
  const other = valueOf(
    await store.openTicket(intake({ customerName: 'Bela', inspectionId: 'inspection one' })),
  )
  expect(valueOf(await store.eraseCustomer(customer, 'now', 'counter'))).toMatchObject({ devices: 0 })
  expect(valueOf(await store.ticket(other.id))?.device?.serial).toBe('SERIALQ9')
})

test('a phone that its customer brought twice is forgotten with the second visit', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { customer } = await plant(store)
  const again = valueOf(
    await store.openTicket(
      intake({ customerName: 'Q. Zzyzx', customerPhone: '777123456789', inspectionId: 'inspection one' }),
    ),
  )
  expect(valueOf(await store.eraseCustomer(customer, 'now', 'counter'))).toMatchObject({
    devices: 0,
    sameNumber: [again.number],
  })
  expect(valueOf(await store.eraseCustomer(again.customer.id, 'now', 'counter'))).toMatchObject({
    devices: 1,
    sameNumber: [],
  })
  expect(personIn(await engine.contents(folder))).toEqual([])
})

test('a reading that ended before the phone had said which it is is forgotten with the phone', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { customer } = await plant(store)
  const phone = (serial: string) => ({ ...inspectionNamed('').phone, serial: serial as never })
  for (const [id, serial] of [
    ['cut short', 'SERIALQ9'],
    ['another', 'OTHERPHONE'],
  ] as const)
    valueOf(await store.beginInspection({ ...inspectionNamed(id), phone: phone(serial) }))
  expect(valueOf(await store.eraseCustomer(customer, 'now', 'counter'))).toMatchObject({ inspections: 2 })
  expect(personIn(await engine.contents(folder))).toEqual([])
  expect(valueOf(await store.inspection('another'))?.phone.serial).toBe('OTHERPHONE')
})

test.each<[string, string, string, string, boolean]>([
  ['her name, written otherwise', 'Asha "Rao"', '1', '{"customerName":"asha \\"rao\\" "}', true],
  ['a name that holds hers', 'Asha', '', '{"customerName":"Natasha","said":"natasha’s phone"}', false],
  ['her name in what is said', 'Asha', '', '{"customerName":"Bela","said":"Asha’s phone"}', true],
  ['a word that is a name too', 'An', '', '{"customerName":"Bela","said":"An error"}', false],
  ['her number without the country', 'X', '+92 300 1234567', '{"phoneNumber":"0300-1234567"}', true],
  ['her number in what is said', 'X', '+92 300 1234567', '{"said":"call 0300 123 45 67"}', true],
  ['a digit of her number', 'Xy', '1', '{"customerName":"Bela","said":"Redmi 11"}', false],
  ['a name that is a pattern', '(.*', '', '{"customerName":"Bela"}', false],
  ['a name without blanks around it', '小明', '', '{"said":"我叫小明"}', true],
])(
  'a form that is being written goes when it is about the same person: %s',
  async (_, name, number, body, goes) => {
    const store = await openStore()
    const { customer } = valueOf(
      await store.openTicket(intake({ customerName: name, customerPhone: number })),
    )
    valueOf(await store.saveDraft('new-ticket', body))
    valueOf(await store.eraseCustomer(customer.id, 'now', 'counter'))
    expect(valueOf(await store.draft('new-ticket'))).toBe(goes ? null : body)
  },
)

test('what is typed about the erased and not saved goes, and what is typed about others stays', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { customer, ticket } = await plant(store)
  const device = valueOf(await store.ticket(ticket))?.device?.id ?? ''
  const others = { [`${ticket}1 note `]: { text: 'stays' } }
  const theirs = {
    [`${ticket} note `]: { text: 'a-note-of-qamar' },
    [`${device} numbers`]: { serial: 'SERIALQ9' },
  }
  valueOf(await store.saveDraft('typing', JSON.stringify({ ...theirs, ...others })))
  valueOf(await store.eraseCustomer(customer, 'now', 'counter'))
  expect(JSON.parse(valueOf(await store.draft('typing')) ?? '')).toEqual(others)
  expect(personIn(await engine.contents(folder))).toEqual([])
})

test('somebody unknown is said, and nothing changes', async () => {
  const store = await openStore()
  await plant(store)
  expect(await store.eraseCustomer('nobody', 'now', 'counter')).toMatchObject({
    ok: false,
    failure: { code: 'customer.unknown' },
  })
  expect(valueOf(await store.check())).toMatchObject({ events: 4 })
})
