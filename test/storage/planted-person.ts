import { done } from '../../src/core/failure.ts'
import { EMPTY_INTAKE } from '../../src/core/intake.ts'
import { measured } from '../../src/core/reading.ts'
import type { Store } from '../../src/storage/store.ts'
import { attempted, inspectionNamed, intake, valueOf } from './some-record.ts'

const PLANTED = [
  '+777 123-456-789',
  'Qamar Zzyzx',
  '777123456789',
  'my-secret-words',
  'SERIALQ9',
  '162***123',
  'Qamar’s phone',
  'a-note-of-qamar',
  'qamars-scratch',
  'qamars-pouch',
  'Qamar Written Wrongly',
  '490154203237518',
  'serial-on-the-box',
]
const LONG = 'my-secret-words '.repeat(2000)

/** A customer whose ticket, phone, readings and half-written form hold what is theirs. */
export const plant = async (
  store: Store,
  serial = 'SERIALQ9',
): Promise<{ customer: string; ticket: string }> => {
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
        intake: { ...EMPTY_INTAKE, conditionNote: 'qamars-scratch', leftNote: 'qamars-pouch' },
        device: { imei: '490154203237518', imei2: '', serial: 'serial-on-the-box', model: '' },
      }),
    ),
  )
  valueOf(await store.changeTicket(opened.id, () => attempted('worked')))
  for (const words of [{ text: 'a-note-of-qamar' }, { nameFrom: 'Qamar Written Wrongly' }]) {
    const event = { at, who: 'counter', code: 'note', details: {}, words } as const
    valueOf(await store.changeTicket(opened.id, () => done({ event })))
  }
  return { customer: opened.customer.id, ticket: opened.id }
}

/** Where something of the person still stands. */
export const personIn = (
  contents: readonly (readonly [place: string, content: Buffer])[],
): readonly string[] =>
  contents.flatMap(([place, content]) =>
    PLANTED.filter((text) => content.includes(text)).map((text) => `${place}: ${text}`),
  )
