export { startAdbServer, type AdbResult, type AdbServer } from './adb-server.ts'
export { somePackage } from './captures.ts'
export { changed, without, type PhoneChange } from './change.ts'
export type { Fault } from './fault.ts'
export { somePhoneWithMiui10, somePhoneWithMiui14 } from './older-phones.ts'
export { presets, type Preset, type PresetName } from './presets.ts'
export { startPhone, type PhoneOptions, type SimulatedPhone } from './phone.ts'
export type { CommandRecord, ServiceRecord } from './records.ts'
export { accountHosts, somePhone } from './some-phone.ts'
export type {
  HostAnswer,
  PackageState,
  PhoneAccount,
  PhoneNetwork,
  PhonePackage,
  PhoneScreen,
  PhoneState,
  PhoneUser,
} from './state.ts'
