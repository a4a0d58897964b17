import type { CustomerView, DeviceView } from '../../../contract/views.ts'
import type { Answer } from '../../../core/failure.ts'
import type { TypedDevice } from '../../../core/ticket.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { say } from '../words.ts'

export const loadCustomer = async (id: string): Promise<Answer<CustomerView>> => ask('customer.get', { id })

export const mergeCustomers = async (into: string, from: string): Promise<Answer<CustomerView>> => {
  const answer = await ask('customer.merge', { into, from })
  if (answer.ok) useStore.getState().tell(say('screen.notice.merged', { name: answer.value.customer.name }))
  return answer
}

export const loadDevice = async (id: string): Promise<Answer<DeviceView>> => ask('device.get', { id })

export const describeDevice = async (id: string, device: TypedDevice): Promise<Answer<DeviceView>> => {
  const answer = await ask('device.describe', { id, device })
  if (answer.ok) useStore.getState().tell(say('screen.notice.saved'))
  return answer
}
