import { done, failed, type Answer } from '../core/failure.ts'
import { readImei } from '../core/imei.ts'
import type { TypedDevice } from '../core/ticket.ts'
import type { CustomerView, DeviceView } from '../contract/views.ts'
import { eventAt } from './change-ticket.ts'
import { compareReadingsOf } from './changes-of-device.ts'
import type { TicketDesk } from './show-ticket.ts'
import { rowView } from './ticket-view.ts'

/** A customer, whoever they turned out to be, with all that was done for them. */
export const showCustomer = async (desk: TicketDesk, id: string): Promise<Answer<CustomerView>> => {
  const found = await desk.store.customer(id)
  if (!found.ok) return found
  if (found.value === null) return failed('customer.unknown', { id })
  return done({ ...found.value, tickets: found.value.tickets.map(rowView) })
}

export const mergeCustomers = async (
  desk: TicketDesk,
  into: string,
  from: string,
): Promise<Answer<CustomerView>> => {
  const merged = await desk.store.mergeCustomers({ into, from, ...eventAt(desk) })
  return merged.ok ? showCustomer(desk, into) : merged
}

/** A phone with its tickets and what was read on it, each time beside the one before. */
export const showDevice = async (desk: TicketDesk, id: string): Promise<Answer<DeviceView>> => {
  const found = await desk.store.device(id)
  if (!found.ok) return found
  if (found.value === null) return failed('device.unknown', { id })
  const changes = await compareReadingsOf(desk, found.value.readings)
  if (!changes.ok) return changes
  return done({ ...found.value, tickets: found.value.tickets.map(rowView), readings: changes.value })
}

/** What was typed or scanned as it is kept: digits alone, and only where their check digit is right. */
export const readTypedDevice = (typed: TypedDevice): Answer<TypedDevice> => {
  const imeis: string[] = []
  for (const text of [typed.imei, typed.imei2]) {
    const imei = text.trim() === '' ? '' : readImei(text)
    if (imei === null) return failed('device.imei', { text: text.trim() })
    imeis.push(imei)
  }
  const [imei = '', imei2 = ''] = imeis
  // The same one twice is one.
  const second = imei2 === imei ? '' : imei2
  return done({ imei, imei2: second, serial: typed.serial.trim(), model: typed.model.trim() })
}

export const describeDevice = async (
  desk: TicketDesk,
  id: string,
  typed: TypedDevice,
): Promise<Answer<DeviceView>> => {
  const read = readTypedDevice(typed)
  if (!read.ok) return read
  const kept = await desk.store.describeDevice(id, read.value, eventAt(desk))
  return kept.ok ? showDevice(desk, id) : kept
}
