import type {
  BenchView,
  InspectionView,
  KnowledgeView,
  PhoneView,
  TicketView,
} from '../../src/contract/views.ts'
import type { DeviceText } from '../../src/core/device-text.ts'
import type { Diagnosis, RankedCause, Step } from '../../src/core/diagnosis/diagnosis.ts'
import { EMPTY_INTAKE } from '../../src/core/intake.ts'
import { absent, measured, unreadable, type Reading } from '../../src/core/reading.ts'

const text = (words: string): DeviceText => words as DeviceText

export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()

const READINGS: Readonly<Record<string, Reading<unknown>>> = {
  'phone.serial': measured('8d1c2b7e4F2A', 'getprop'),
  'phone.brand': measured('Redmi', 'getprop'),
  'phone.model': measured('22111317I', 'getprop'),
  'phone.marketName': measured('Redmi Note 12 5G', 'getprop'),
  'phone.codename': measured('sunstone', 'getprop'),
  'phone.isXiaomi': measured(true, 'getprop'),
  'os.family': measured('HyperOS', 'getprop'),
  'os.version': measured('2.0', 'getprop'),
  'os.build': measured('OS2.0.5.0.VMQINXM', 'getprop'),
  'os.official': measured(true, 'getprop'),
  'os.buildRegion': measured('IN', 'getprop'),
  'os.userRegion': measured('IN', 'getprop'),
  'android.release': measured('14', 'getprop'),
  'android.sdk': measured(34, 'getprop'),
  'android.securityPatch': measured('2025-02-01', 'getprop'),
  'boot.locked': measured(true, 'getprop'),
  'boot.verifiedState': measured('green', 'getprop'),
  'clock.offset': measured(-259_197, 'date +%s', { unit: 's', uncertainty: 0.6 }),
  'clock.zone': measured('Asia/Kolkata', 'getprop persist.sys.timezone'),
  'clock.automatic': measured(false, 'settings get global auto_time'),
  'clock.zoneAutomatic': measured(true, 'settings get global auto_time_zone'),
  'network.airplane': measured(false, 'settings get global airplane_mode_on'),
  'network.transport': measured('wifi', 'dumpsys connectivity'),
  'network.validated': measured(true, 'dumpsys connectivity'),
  'network.captivePortal': measured(false, 'dumpsys connectivity'),
  'network.vpn': measured(false, 'dumpsys connectivity'),
  'network.privateDns': measured({ mode: 'opportunistic' }, 'settings get global private_dns_mode'),
  'network.proxy': absent('no proxy is set', 'settings get global http_proxy'),
  'network.hosts': unreadable('ping is not allowed for the shell', 'ping -c 1 account.xiaomi.com'),
  'account.present': measured(false, 'dumpsys account'),
  'account.ids': measured([], 'dumpsys account'),
  'package.com.xiaomi.account': measured({ state: 'disabled', version: '10.4.1' }, 'pm list packages -d'),
  'package.com.xiaomi.finddevice': measured({ state: 'enabled', version: '4.2' }, 'pm list packages'),
  'package.com.xiaomi.xmsf': measured({ state: 'enabled', version: '6.2.5-C' }, 'pm list packages'),
  'package.com.miui.cloudservice': measured({ state: 'enabled', version: '1.12' }, 'pm list packages'),
  'device.owner': absent('no device owner', 'dumpsys device_policy'),
  'findDevice.locked': unreadable('the property is not set on this build', 'getprop ro.secureboot'),
  'storage.free': measured(18_400_000_000, 'df /data', { unit: 'B' }),
  'battery.level': measured(81, 'dumpsys battery', { unit: '%' }),
  'sim.state': measured('READY,ABSENT', 'getprop gsm.sim.state'),
  'power.dataSaver': measured(false, 'cmd netpolicy get restrict-background'),
  'phone.users': measured([{ id: 0, name: 'Owner', running: true }], 'pm list users'),
}

const RAW = 'Packages:\n  package:com.xiaomi.account\n    enabled=3 lastDisabledCaller: com.android.shell\n'

export const inspection = (count = Number.POSITIVE_INFINITY): InspectionView => {
  const readings = Object.entries(READINGS).slice(0, count)
  const entries = readings.map(([id, reading]) => [
    id,
    { reading, raw: text(id.startsWith('package.') ? RAW : JSON.stringify(reading)), at: minutesAgo(12) },
  ])
  return {
    schema: 1,
    id: 'inspection-1',
    phone: { serial: text('8d1c2b7e4F2A'), transportId: 7, state: 'device', model: text('22111317I') },
    startedAt: minutesAgo(12),
    tookMs: 412,
    roundTrips: 1,
    stopped: null,
    readings: Object.fromEntries(readings) as InspectionView['readings'],
    entries: Object.fromEntries(entries) as InspectionView['entries'],
  }
}

const STEPS: readonly Step[] = [
  {
    kind: 'fix',
    id: 'set-clock-automatic',
    title: 'Set date and time to automatic',
    covers: ['FX24'],
    minutes: 2,
    reason: 'The phone is 3 days behind, so secure connections to the sign-in service fail.',
    steps: [
      'Open Settings, Additional settings, Date and time.',
      'Switch on “Set time automatically” and “Set time zone automatically”.',
      'Wait until the clock shows the right time, then try to sign in once.',
    ],
    caution: null,
    chance: 0.62,
    together: [],
    losesData: false,
    answers: null,
  },
  {
    kind: 'fix',
    id: 'enable-account-app',
    title: 'Switch the Mi Account app on again',
    covers: ['FX25'],
    minutes: 3,
    reason: 'com.xiaomi.account is disabled for this user, so no sign-in page can open.',
    steps: [
      'With the customer’s consent to change settings, open Settings, Apps, Manage apps.',
      'Show all apps, find Xiaomi Account and touch Enable.',
      'Restart the phone and try to sign in once.',
    ],
    caution: null,
    chance: 0.58,
    together: [],
    losesData: false,
    answers: null,
  },
  {
    kind: 'check',
    id: 'website-sign-in',
    title: 'Sign in at account.xiaomi.com in a browser',
    covers: ['CK01'],
    minutes: 3,
    reason: 'It tells trouble of the account from trouble of the phone.',
    steps: ['Open account.xiaomi.com on the workstation.', 'Let the customer type id and password.'],
    caution: null,
    chance: 0.4,
    together: [],
    losesData: false,
    answers: null,
  },
  {
    kind: 'fix',
    id: 'clear-account-data',
    title: 'Clear all data of the Mi Account app',
    covers: ['FX06'],
    minutes: 4,
    reason: 'A stale sign-in session is cleared with the app’s data.',
    steps: ['Open Settings, Apps, Xiaomi Account, Storage.', 'Touch Clear data, then restart the phone.'],
    caution:
      'This signs the account out. Make sure that the customer knows the Mi ID and the password first.',
    chance: 0.2,
    together: [],
    losesData: false,
    answers: null,
  },
  {
    kind: 'refer',
    id: 'authorised-service',
    title: 'Refer to an authorised service centre',
    covers: ['FX22'],
    minutes: 5,
    reason: 'A phone locked to an account that nobody present can open goes to its maker.',
    steps: [
      'Only the owner of that account or an authorised centre can lift this lock.',
      'Take the original invoice; its IMEI has to match the phone.',
    ],
    caution: null,
    chance: 0,
    together: [],
    losesData: false,
    answers: null,
  },
]

export const step = (id: string): Step | undefined => STEPS.find((one) => one.id === id)

const because = (evidence: string, effect: 'for' | 'against', factor: number, words: string) => ({
  evidence,
  effect,
  factor,
  direct: true,
  text: words,
})

const CAUSES: readonly RankedCause[] = [
  {
    id: 'clock-wrong',
    title: 'Clock, date or time zone wrong',
    covers: ['CA22'],
    prior: 0.03,
    probability: 0.97,
    because: [
      because('reading:clock.offset', 'for', 180, 'The clock is 3 days behind this computer.'),
      because('reading:clock.automatic', 'for', 4, 'Date and time are not set automatically.'),
    ],
  },
  {
    id: 'account-package-off',
    title: 'Account app disabled or removed',
    covers: ['CA23'],
    prior: 0.03,
    probability: 0.94,
    because: [
      because('reading:package.com.xiaomi.account', 'for', 120, 'com.xiaomi.account is disabled.'),
      because('reading:package.com.xiaomi.finddevice', 'against', 1.2, 'Find Device is enabled.'),
    ],
  },
  {
    id: 'password-forgotten',
    title: 'Password forgotten, or changed elsewhere',
    covers: ['CA02'],
    prior: 0.03,
    probability: 0.18,
    because: [
      because('symptom:SY02', 'for', 1.6, 'The customer is sure that the password is right.'),
      because('prior', 'for', 1, 'A common cause in general: starting guess, no cases of this shop yet.'),
    ],
  },
  {
    id: 'network-between',
    title: 'Something in the network blocks the sign-in',
    covers: ['CA14'],
    prior: 0.03,
    probability: 0.08,
    because: [because('reading:network.vpn', 'against', 2, 'No VPN is on.')],
  },
  ...['No or unstable internet', 'System too old for the sign-in service', 'Phone locked to an account'].map(
    (title, index) => ({
      id: `small-${String(index)}`,
      title,
      covers: ['CA04'],
      prior: 0.03,
      probability: 0.03 - index * 0.012,
      because: [because('reading:network.validated', 'against', 30, 'Wi-Fi with working internet.')],
    }),
  ),
]

export const diagnosis = (tried: readonly string[] = []): Diagnosis => {
  const plan = STEPS.filter(({ id }) => !tried.includes(id))
  return {
    schema: 1,
    causes: CAUSES,
    next: plan[0] ?? null,
    plan,
    expectedMinutes: 9,
    heard: [],
    turns: [],
    knowledgeVersion: '2026.11',
  }
}

export const phone = (change: Partial<PhoneView> = {}): PhoneView => ({
  key: 'transport-7',
  transportId: 7,
  serial: '8d1c2b7e4F2A',
  state: 'device',
  model: '22111317I',
  product: 'sunstone',
  name: 'Redmi Note 12 5G',
  training: false,
  recordedAt: null,
  progress: 'read',
  unsaved: null,
  inspection: inspection(),
  diagnosis: diagnosis(),
  ticketId: null,
  seen: [],
  ...change,
})

export const waitingPhone = phone({
  key: 'transport-8',
  transportId: 8,
  serial: 'a1b2c3d4E5F6',
  state: 'unauthorized',
  name: 'POCO F3',
  progress: 'waiting',
  inspection: null,
  diagnosis: null,
})

export const bench = (phones: readonly PhoneView[]): BenchView => ({
  server: { state: 'running', version: 41, port: 5037 },
  clockDoubt: null,
  phones,
})

export const ticket = (change: Partial<TicketView> = {}): TicketView => ({
  watch: null,
  advice: [],
  id: 'ticket-412',
  number: 'T-0412',
  state: 'diagnosing',
  result: null,
  waiting: null,
  intake: EMPTY_INTAKE,
  warranty: null,
  reworkOf: null,
  notes: [],
  openedAt: minutesAgo(12),
  closedAt: null,
  customer: { id: 'customer-1', name: 'Hira P.', phone: '+91 98765 43210' },
  device: { id: 'device-1', serial: '8d1c2b7e4F2A', model: 'Redmi Note 12 5G' },
  said: 'It says cannot verify Mi Account, wrong password, but I am sure that it is right. Since the battery was changed.',
  symptoms: ['SY01', 'SY02'],
  checks: {},
  consents: ['read', 'change'],
  attempts: [],
  workedFix: null,
  workedTogether: [],
  history: [
    { at: minutesAgo(12), who: 'Counter', what: 'Ticket opened' },
    { at: minutesAgo(12), who: 'Benchside', what: 'Redmi Note 12 5G read: 38 readings' },
  ],
  training: false,
  revision: 1,
  inspection: inspection(),
  changes: [],
  comparedWith: null,
  diagnosis: diagnosis(),
  agreedLosses: [],
  phoneKey: 'transport-7',
  ...change,
})

const SYMPTOMS = [
  ['SY01', '“Couldn’t verify Mi Account ID” on the screen'],
  ['SY02', '“Wrong password” although the customer is sure that it is right'],
  ['SY05', 'Sent back to the sign-in page after signing in'],
  ['SY08', '“Exceeded the allowed attempts in 24 hours”'],
  ['SY10', 'Asks for a Mi Account after an update or reset'],
  ['SY11', 'Lock screen shows a masked id; phone unusable'],
  ['SY12', 'New password works on a laptop, not on the phone'],
  ['SY17', 'Verification code does not arrive'],
  ['SY20', 'Sign-in fails on every device alike'],
] as const

export const knowledge: KnowledgeView = {
  version: '2026.11',
  symptoms: SYMPTOMS.map(([id, title]) => ({ id, covers: [id], title, isTopic: false, said: '' })),
  causes: CAUSES.map(({ id, title, covers }) => ({
    id,
    covers,
    title,
    about:
      'Secure connections check the date on both ends; a phone that is days off is refused without saying why.',
    trust: 'A',
    fixes: ['set-clock-automatic', 'enable-account-app'],
    symptoms: ['SY01'],
  })),
  fixes: STEPS.filter(({ kind }) => kind !== 'check'),
  checks: STEPS.filter(({ kind }) => kind === 'check'),
  codes: [],
  advice: [],
  warnings: [],
  packages: [],
  own: { records: [], faulty: [], former: [] },
}
