import { done, type Answer } from '../core/failure.ts'
import type { ListedPhone } from '../core/phone.ts'
import type { Reading } from '../core/reading.ts'
import { identifies } from '../core/serial.ts'
import type { OwnDevice, Store } from '../storage/store.ts'
import type { Arrival } from './inspect-phone.ts'

type Kept = {
  readonly id: string
  readonly phone: Pick<ListedPhone, 'serial' | 'model'>
  readonly training: boolean
}

export const textOf = (reading: Reading<unknown> | undefined): string | null =>
  reading?.status === 'measured' && typeof reading.value === 'string' ? reading.value : null

/** Saves what has arrived of an inspection that was begun. The device's id when the phone's serial is in it, else null. */
export const keepArrival = async (
  store: Store,
  { id, phone, training }: Kept,
  { sections, readings }: Arrival,
  ownOf: (serial: string) => OwnDevice = (serial) => ({
    deviceId: null,
    ticketId: null,
    bySerial: identifies(serial),
  }),
): Promise<Answer<string | null>> => {
  const adding = store.addReadings(id, sections, readings)
  if (!readings.some((fresh) => fresh.id === 'phone.serial')) {
    const added = await adding
    return added.ok ? done(null) : added
  }
  const said = (wanted: string): string | null =>
    textOf(readings.find((fresh) => fresh.id === wanted)?.reading)
  const serial = said('phone.serial') ?? phone.serial
  // Asked for together, both go to the disk together, the readings first.
  const naming = store.nameDevice(
    id,
    {
      serial,
      model: said('phone.model') ?? phone.model,
      marketName: said('phone.marketName'),
      training,
    },
    ownOf(serial),
  )
  const added = await adding
  const named = await naming
  return added.ok ? named : added
}
