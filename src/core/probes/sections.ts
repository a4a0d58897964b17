import type { Section } from './probe.ts'
import { HOSTS_COMMAND } from './sign-in-hosts.ts'
import { DETAILED_PACKAGES } from './watched-packages.ts'

/** Global settings that are read. `settings get` is on Android 4.2 and later; an unset one prints "null". */
export const SETTINGS = [
  'auto_time',
  'auto_time_zone',
  'airplane_mode_on',
  'private_dns_mode',
  'private_dns_specifier',
  // What private_dns_mode falls back to when it is unset (AOSP ConnectivitySettingsManager.getPrivateDnsMode).
  'private_dns_default_mode',
  'http_proxy',
  'com.xiaomi.system.devicelock.locked',
] as const
export type SettingName = (typeof SETTINGS)[number]

/**
 * Before Android 8 every `settings` starts a virtual machine of its own (0.5 to 1 s), so they run side by side;
 * each prints its own label. The order of the lines means nothing.
 */
const SETTINGS_COMMAND = `(
${SETTINGS.map((name) => `echo "${name}=$(settings get global ${name} 2>&1)" &`).join('\n')}
wait
)`

/**
 * A large dump goes through grep on the phone; toolbox of some 4.x phones has no grep, then `cat` sends all of it
 * (a grep that is missing has read nothing yet). Lines without indent always pass: headings and error messages.
 */
const narrowed = (command: string, keep: string): string =>
  `${command} 2>&1 | { grep -E '^[^ ]|${keep}' 2>/dev/null || cat; }`

export const packageSection = (name: string): string => `package ${name}`

/** The Mi Account app beside the accounts; the rest by themselves. */
const LANES_OF_PACKAGES = {
  'com.xiaomi.account': 'accounts',
  'com.xiaomi.finddevice': 'services',
  'com.xiaomi.xmsf': 'services',
  'com.miui.cloudservice': 'services',
  'com.google.android.webview': 'network',
} as const satisfies Readonly<Record<(typeof DETAILED_PACKAGES)[number], Section['stream']>>

/** In run order: what is cheap and tells most comes first. The clock must be the very first (see clock.ts). */
export const SECTIONS: readonly Section[] = [
  // %N: toybox since Android 9 or so; toolbox and bionic's strftime print the letter: "1419939024.N".
  { id: 'clock', stream: 'main', command: 'date +%s.%N' },
  { id: 'getprop', stream: 'main', command: 'getprop' },
  { id: 'settings', stream: 'main', command: SETTINGS_COMMAND },
  {
    id: 'account',
    stream: 'accounts',
    command: narrowed('dumpsys account', '^ *User |Accounts: |^ *Account [{]'),
  },
  // --user 0: known since Android 4.2; without it some phones with a second space ask for another user's rights.
  { id: 'packages', stream: 'packages', command: 'pm list packages --user 0' },
  { id: 'packages-disabled', stream: 'packages', command: 'pm list packages -d --user 0' },
  // -u adds what was removed for the user while its data or its copy in the system image is still there.
  { id: 'packages-removed', stream: 'packages', command: 'pm list packages -u --user 0' },
  ...DETAILED_PACKAGES.map((name): Section => ({
    id: packageSection(name),
    stream: LANES_OF_PACKAGES[name],
    command: narrowed(`dumpsys package ${name}`, '^ *Package [[]|versionName=|^ *User [0-9]+:'),
  })),
  // Requests of apps make up most of this dump and name them; they stay on the phone.
  {
    id: 'connectivity',
    stream: 'network',
    command: narrowed('dumpsys connectivity', '^ *NetworkAgentInfo|^ *Active '),
  },
  {
    id: 'device-policy',
    stream: 'accounts',
    command: narrowed('dumpsys device_policy', 'Device Owner|Profile Owner|Enabled Device Admins|package='),
  },
  { id: 'battery', stream: 'network', command: 'dumpsys battery' },
  { id: 'storage', stream: 'main', command: 'df /data' },
  { id: 'users', stream: 'rest', command: 'pm list users' },
  // `cmd` and data saver both came with Android 7.
  { id: 'data-saver', stream: 'rest', command: 'cmd netpolicy get restrict-background' },
  { id: 'hosts', stream: 'hosts', command: HOSTS_COMMAND },
]
