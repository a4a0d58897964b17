import { onTestFinished } from 'vitest'
import {
  startPhone,
  type AdbServer,
  type PhoneOptions,
  type PhoneState,
  type SimulatedPhone,
} from '../simulator/index.ts'

/** A phone on the cable of `adb`, taken away when the test ends. */
export const plugIn = async (
  adb: AdbServer,
  state: PhoneState,
  options: PhoneOptions = {},
): Promise<SimulatedPhone> => {
  const phone = await startPhone(state, options)
  onTestFinished(async () => {
    await adb.disconnect(phone)
    await phone.close()
  })
  await adb.connect(phone)
  return phone
}
