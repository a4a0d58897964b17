import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRecord, RECORD_FILE } from '../../src/storage/open-sqlite.ts'
import { backupRecord } from '../../src/storage/backup-sqlite.ts'
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
  })
  expect(hits(folder)).toEqual([])
  const record = valueOf(await openRecord(join(folder, RECORD_FILE)))
  const copies = newFolder()
  valueOf(await backupRecord(record, join(copies, 'copy.db')))
  await record.store.close()
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

test('somebody unknown is said, and nothing changes', async () => {
  const store = await openStore()
  await plant(store)
  expect(await store.eraseCustomer('nobody', 'now', 'counter')).toMatchObject({
    ok: false,
    failure: { code: 'customer.unknown' },
  })
  expect(valueOf(await store.check())).toMatchObject({ events: 2 })
})
