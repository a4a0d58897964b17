/** What a simulated phone is and knows. All that its commands answer follows from this. */
export type PhoneState = {
  /** ro.serialno; two phones may have the same. adb itself lists a phone on TCP as 127.0.0.1:PORT. */
  readonly serial: string
  readonly product: string
  readonly model: string
  readonly device: string
  /** Such as device, recovery, sideload or bootloader. */
  readonly mode: string
  /** adbd before Android 7 takes 4096 bytes at most in one packet, newer ones a mebibyte. */
  readonly maximumPayload: number
  /** Commands that this phone does not have, such as `timeout` and `nc` of Android 5; fixed when it starts. */
  readonly missingCommands: readonly string[]
  /** What adbd says that it can do; a phone without shell_v2 merges stdout and stderr and gives no exit code. */
  readonly features: readonly string[]
  readonly properties: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<SettingsNamespace, Readonly<Record<string, string>>>>
  readonly packages: Readonly<Record<string, PhonePackage>>
  readonly users: readonly PhoneUser[]
  readonly accounts: readonly PhoneAccount[]
  /** Phone minus workstation; the clock goes on from there. */
  readonly clockOffsetSeconds: number
  readonly zone: string
  readonly upSeconds: number
  readonly network: PhoneNetwork
  readonly battery: { readonly level: number; readonly status: 'charging' | 'discharging' | 'full' }
  /** The package that owns the device, and its receiver: com.example/.AdminReceiver */
  readonly deviceOwner: string | null
  readonly dataSaver: boolean
  readonly storageBytes: number
  readonly storageFreeBytes: number
  readonly log: string
  readonly screen: PhoneScreen
  /** Answers by the whole command line, which come before all others: `dumpsys alarm`, `content query --uri ...`. */
  readonly answers: Readonly<Record<string, string>>
  /** Contents of files that a script may `cat`. */
  readonly files: Readonly<Record<string, string>>
}

export type PhoneScreen = {
  /** Of the window in front; a locked screen shows its own instead. */
  readonly texts: readonly string[]
  readonly locked: boolean
  /** A video or a countdown: it never stands still. */
  readonly moving: boolean
}

export type SettingsNamespace = 'global' | 'secure' | 'system'

export type PackageState = 'enabled' | 'disabled' | 'removed' | 'absent'

export type PhonePackage = {
  /** `disabled`: by the user; `removed`: uninstalled for the user, still in the system image. */
  readonly state: PackageState
  readonly versionName: string
  readonly versionCode: number
  readonly stopped: boolean
  readonly system: boolean
  readonly path: string
}

export type PhoneUser = {
  readonly id: number
  readonly name: string
  readonly flags: string
  readonly running: boolean
}
export type PhoneAccount = { readonly name: string; readonly type: string }

export type HostAnswer =
  | 'ok'
  /** The name is not known: no name server, or one that blocks it. */
  | 'unknown-host'
  /** Neither ping nor a connection gets an answer. */
  | 'no-answer'
  /** Connections work, pings are dropped, as many servers and firewalls do. */
  | 'no-ping'
  /** Pings are answered, connections refused. */
  | 'refuses'
  /** A name server that filters says that the host is this phone itself. */
  | 'blocked'
  /** A hotspot that wants a sign-in says that every host is itself. */
  | 'portal'

export type PhoneNetwork = {
  readonly airplane: boolean
  readonly transport: 'wifi' | 'cellular' | 'ethernet' | 'none'
  readonly validated: boolean
  readonly captivePortal: boolean
  readonly vpn: boolean
  readonly privateDns: { readonly mode: 'off' | 'opportunistic' | 'hostname'; readonly host: string | null }
  /** host:port */
  readonly proxy: string | null
  readonly dnsServers: readonly string[]
  readonly wifiName: string
  readonly hosts: Readonly<Record<string, HostAnswer>>
  readonly otherHosts: HostAnswer
  readonly answerMilliseconds: number
  /** iputils up to about Android 14, toybox in some builds: they print other texts. */
  readonly pingProgram: 'iputils' | 'toybox'
}
