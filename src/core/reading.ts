import type { DeviceText } from './device-text.ts'

/** Measured on the phone. `uncertainty` has the unit of the value; `note` says in a few words what a bare value hides. */
export type Measured<T> = {
  readonly status: 'measured'
  readonly value: T
  readonly unit?: string
  readonly uncertainty?: number
  readonly note?: string
  readonly command: string
}
/** The phone itself says that there is none. */
export type Absent = { readonly status: 'absent'; readonly reason: string; readonly command?: string }
/** Could not be read: refused, timed out, cut off, in a form that we do not know. Never counts as healthy. */
export type Unreadable = { readonly status: 'unreadable'; readonly reason: string; readonly command?: string }

export type Reading<T> = Measured<T> | Absent | Unreadable

export const measured = <T>(
  value: T,
  command: string,
  more: { readonly unit?: string; readonly uncertainty?: number; readonly note?: string } = {},
): Measured<T> => ({ status: 'measured', value, ...more, command })

export const absent = (reason: string, command?: string): Absent =>
  command === undefined ? { status: 'absent', reason } : { status: 'absent', reason, command }

export const unreadable = (reason: string, command?: string): Unreadable =>
  command === undefined ? { status: 'unreadable', reason } : { status: 'unreadable', reason, command }

export type PackageReading = {
  /** "removed": uninstalled for the user but still in the system image. */
  readonly state: 'enabled' | 'disabled' | 'removed' | 'absent'
  readonly version?: DeviceText
  readonly stopped?: boolean
}

/** What the phone found about one host; a key that could not be found out is left away. */
export type HostReading = { readonly resolves?: boolean; readonly reachable?: boolean; readonly ms?: number }

export type UserReading = { readonly id: number; readonly name: DeviceText; readonly running: boolean }

/** Every reading by its id, with the type of its value. */
export type FixedReadings = {
  'phone.serial': DeviceText
  'phone.brand': DeviceText
  'phone.model': DeviceText
  'phone.marketName': DeviceText
  'phone.codename': DeviceText
  /** Hardware made by Xiaomi: Xiaomi, Redmi, POCO, Black Shark. */
  'phone.isXiaomi': boolean
  'os.family': 'MIUI' | 'HyperOS' | 'other'
  /** The number people say: "12.5", "14", "2.0". */
  'os.version': DeviceText
  'os.build': DeviceText
  'os.official': boolean
  'os.buildRegion': DeviceText
  'os.userRegion': DeviceText
  'android.release': DeviceText
  'android.sdk': number
  'android.securityPatch': DeviceText
  'boot.locked': boolean
  'boot.verifiedState': 'green' | 'yellow' | 'orange' | 'red'
  /** Seconds, phone minus workstation; positive = the phone is ahead. */
  'clock.offset': number
  /** Seconds, true time minus workstation, where something could be asked; positive = this computer is behind. */
  'clock.workstation': number
  'clock.zone': DeviceText
  'clock.automatic': boolean
  'clock.zoneAutomatic': boolean
  'network.airplane': boolean
  'network.transport': 'wifi' | 'cellular' | 'ethernet' | 'vpn' | 'none'
  'network.validated': boolean
  'network.captivePortal': boolean
  'network.vpn': boolean
  'network.privateDns': { readonly mode: 'off' | 'opportunistic' | 'hostname'; readonly host?: DeviceText }
  'network.proxy': DeviceText
  'network.hosts': Readonly<Record<string, HostReading>>
  'account.present': boolean
  /** Masked as the phone prints them, and masked by us where the phone does not. */
  'account.ids': readonly DeviceText[]
  'device.owner': DeviceText
  'findDevice.locked': boolean
  'storage.free': number
  'battery.level': number
  'sim.state': DeviceText
  'power.dataSaver': boolean
  'phone.users': readonly UserReading[]
}

export type PackageReadingId = `package.${string}`
export type ReadingId = keyof FixedReadings | PackageReadingId

/** What one inspection found, by reading id. A missing key was not asked for; it says nothing. */
export type Readings = { readonly [K in keyof FixedReadings]?: Reading<FixedReadings[K]> } & {
  readonly [K in PackageReadingId]?: Reading<PackageReading>
}
