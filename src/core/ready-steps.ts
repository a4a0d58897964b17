import type { PhoneState, ServerState } from './phone.ts'

/** What a computer runs: drivers and rights differ. */
export type System = 'linux' | 'windows' | 'mac'

/** Everything that keeps a phone from being read. "none": no phone is seen at all; "gone": it was unplugged. */
export type Obstacle =
  Exclude<PhoneState, 'device'> | Exclude<ServerState, 'running' | 'starting'> | 'none' | 'gone'

/** Each step with what is drawn beside it; its words are in words/en/steps.json under `step.NAME`. */
const DRAWINGS = {
  about: 'about',
  'ask-again': 'replug',
  allow: 'allow',
  cable: 'cable',
  'close-tools': 'programs',
  developer: 'developer',
  'driver-windows': 'driver',
  'end-server': 'terminal',
  fastboot: 'power-key',
  'fastboot-again': 'battery',
  'find-port-linux': 'terminal',
  'find-port-mac': 'terminal',
  'find-port-windows': 'terminal',
  'free-port': 'programs',
  'install-adb-linux': 'terminal',
  'install-adb-mac': 'terminal',
  'install-adb-windows': 'download',
  'not-a-phone': 'replug',
  'other-cable': 'cable',
  'other-mode': 'power-key',
  'plug-again': 'replug',
  recovery: 'menu',
  'recovery-wipe': 'no-wipe',
  replug: 'replug',
  rescue: 'menu',
  restart: 'power-key',
  'restart-computer': 'programs',
  revoke: 'revoke',
  sideload: 'menu',
  'silent-debugging': 'developer',
  'then-allow': 'asked',
  'udev-group': 'terminal',
  'udev-rules': 'terminal',
  unknown: 'replug',
  'update-adb': 'download',
  'wait-asked': 'lock',
  'wait-connecting': 'cable',
} as const

export type StepName = keyof typeof DRAWINGS
export type Drawing = (typeof DRAWINGS)[StepName]
export type ReadyStep = {
  readonly name: StepName
  readonly words: `step.${StepName}`
  readonly drawing: Drawing
}

/** Windows alone needs a driver, Linux alone a rule that lets people open the phone. */
const FOR_SYSTEM = {
  linux: ['udev-rules', 'udev-group'],
  windows: ['driver-windows'],
  mac: ['replug', 'close-tools'],
} as const satisfies Readonly<Record<System, readonly StepName[]>>

const stepNames = (obstacle: Obstacle, system: System): readonly StepName[] => {
  switch (obstacle) {
    case 'none':
      return ['cable', 'about', 'developer', 'then-allow', ...driverOn(system), 'other-mode']
    case 'unauthorized':
      return ['allow', 'revoke', 'ask-again']
    case 'authorizing':
      return ['wait-asked', 'revoke', 'ask-again']
    case 'connecting':
      return ['wait-connecting', 'replug', 'other-cable']
    case 'offline':
      return ['replug', 'silent-debugging', 'other-cable', 'restart']
    case 'no permissions':
      return FOR_SYSTEM[system]
    case 'detached':
      return ['close-tools', 'replug']
    case 'recovery':
      return ['recovery', 'recovery-wipe', 'restart']
    case 'rescue':
      return ['rescue', 'recovery-wipe', 'restart']
    case 'sideload':
      return ['sideload', 'recovery-wipe', 'restart']
    case 'bootloader':
      return ['fastboot', 'fastboot-again']
    case 'host':
      return ['not-a-phone']
    case 'unknown':
      return ['unknown', 'other-cable', 'update-adb']
    case 'gone':
      return ['plug-again']
    case 'no-adb':
      return [`install-adb-${system}`]
    case 'port-taken':
      return ['free-port', `find-port-${system}`]
    case 'too-old':
      return ['update-adb', 'close-tools', 'end-server']
    case 'unreachable':
      return ['close-tools', 'end-server', 'restart-computer']
  }
}

const driverOn = (system: System): readonly StepName[] => (system === 'windows' ? ['driver-windows'] : [])

/** What to do, in order, until a phone can be read; the first step helps most often. */
export const readySteps = (obstacle: Obstacle, system: System): readonly ReadyStep[] =>
  stepNames(obstacle, system).map((name) => ({ name, words: `step.${name}`, drawing: DRAWINGS[name] }))

/** The system that a platform's name (Node's, or a browser's user agent) stands for. */
export const systemOf = (platform: string): System => {
  if (/darwin|mac/iu.test(platform)) return 'mac'
  return /win/iu.test(platform) ? 'windows' : 'linux'
}
