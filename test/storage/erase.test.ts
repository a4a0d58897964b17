import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRecord, RECORD_FILE } from '../../src/storage/open-sqlite.ts'
import { copyRecord } from '../../src/storage/copy-record.ts'
import type { Store } from '../../src/storage/store.ts'
import { measured } from '../../src/core/reading.ts'
import { newFolder, openStore } from './open-for-test.ts'
import { attempted, inspectionNamed, intake, valueOf } from './some-record.ts'

const PLANTED = ['Qamar Zzyzx', '777123456789', 'my-secret-words', 'SERIALQ9', '162***123', 'Qamar’s phone']
const LONG = 'my-secret-words '.repeat(2000)

const plant = async (store: Store, serial = 'SERIALQ9'): Promise<{ customer: string; ticket: string }> => {
  const id = 'inspection one'
  const at = '2026-11-23T10:00:00.000Z'
  const phone = { ...inspectionNamed(id).phone, serial: 'SERIALQ9' as never }
  valueOf(await store.beginInspection({ ...inspectionNamed(id), phone }))
  const section = {
    id: 'account',
    command: 'x',
    text: '162***123 Qamar’s phone',
    exitCode: 0,
    complete: true,
    sentAt: 1,
    receivedAt: 2,
  }
  valueOf(
    await store.addReadings(
      id,
      [section],
      [
        { id: 'account.ids', reading: measured(['162***123'], 'x'), sections: ['account'], at },
        { id: 'phone.serial', reading: measured(serial, 'x'), sections: ['account'], at },
        { id: 'os.family', reading: measured('HyperOS', 'x'), sections: ['account'], at },
      ],
    ),
  )
  valueOf(await store.nameDevice(id, { serial, model: 'M2101', marketName: 'Redmi', training: false }))
  valueOf(await store.saveDraft('new-ticket', JSON.stringify({ customerName: 'Qamar Zzyzx' })))
  const opened = valueOf(
    await store.openTicket(
      intake({
        customerName: 'Qamar Zzyzx',
        customerPhone: '+777 123-456-789',
        said: LONG,
        inspectionId: id,
      }),
    ),
  )
  valueOf(await store.changeTicket(opened.id, () => attempted('worked')))
  return { customer: opened.customer.id, ticket: opened.id }
}

/** Every file of the folder, byte by byte. */
const hits = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name))
    return [...PLANTED, '+777 123-456-789']
      .filter((text) => bytes.includes(text))
      .map((text) => `${name}: ${text}`)
  })

test('an erased person is in no byte of any file, nor of a copy made later, and what helped stays', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { customer, ticket } = await plant(store)
  expect(hits(folder).length).toBeGreaterThan(5)

  const at = '2026-11-23T11:00:00.000Z'
  expect(valueOf(await store.eraseCustomer(customer, at, 'counter'))).toEqual({
    tickets: 1,
    devices: 1,
    inspections: 1,
    sameNumber: [],
    isInLog: false,
  })
  expect(hits(folder)).toEqual([])
  const copies = newFolder()
  valueOf(await copyRecord(join(folder, RECORD_FILE), join(copies, 'copy.db')))
  expect(hits(copies)).toEqual([])

  const left = valueOf(await store.ticket(ticket))
  expect(left).toMatchObject({ customer: { name: '', phone: '' }, said: '', workedFix: 'set-clock' })
  expect(left?.events.at(-1)).toMatchObject({ code: 'erased', at })
  expect(valueOf(await store.fixCounts()).counts).toEqual([{ fix: 'set-clock', outcome: 'worked', count: 1 }])
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
  expect(hits(folder)).toEqual([])
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
  expect(hits(folder)).toEqual([])
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

test('whoever reads the record meanwhile keeps the erased in its log, and that is said', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { customer } = await plant(store)
  const reader = valueOf(await openRecord(join(folder, RECORD_FILE)))
  const rows = reader.database.prepare('select 1 from tickets').iterate()
  rows.next()
  expect(valueOf(await store.eraseCustomer(customer, 'now', 'counter'))).toMatchObject({ isInLog: true })
  rows.return?.()
  expect(valueOf(await store.eraseCustomer(customer, 'now', 'counter'))).toMatchObject({ isInLog: false })
  expect(hits(folder)).toEqual([])
  await reader.store.close()
}, 30_000)

test('somebody unknown is said, and nothing changes', async () => {
  const store = await openStore()
  await plant(store)
  expect(await store.eraseCustomer('nobody', 'now', 'counter')).toMatchObject({
    ok: false,
    failure: { code: 'customer.unknown' },
  })
  expect(valueOf(await store.check())).toMatchObject({ events: 2 })
})
