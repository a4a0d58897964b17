import type { FixedReadings, Reading } from '../reading.ts'
import { isMessageKey, type Say } from './index.ts'
import { asIs, either, type SaidValue, type Sayer, type Tone } from './said.ts'
import { sayClock, sayOwnClock } from './say-clock.ts'
import {
  sayBattery,
  sayBoot,
  sayBootloader,
  sayFamily,
  sayIds,
  sayOfficial,
  sayPresence,
  saySim,
  sayStorage,
  sayUsers,
} from './say-device.ts'
import { sayHosts, sayPrivateDns, sayTransport } from './say-network.ts'
import { sayPackage } from './say-package.ts'

export type SaidReading = { readonly label: string; readonly value: string; readonly tone: Tone }

const onIsFine = either(['reading.say.on', 'fine'], ['reading.say.off', 'notice'])
const offIsFine = either(['reading.say.on', 'notice'], ['reading.say.off', 'fine'])

const SAYERS: { readonly [K in keyof FixedReadings]: Sayer } = {
  'phone.serial': asIs,
  'phone.brand': asIs,
  'phone.model': asIs,
  'phone.marketName': asIs,
  'phone.codename': asIs,
  'phone.isXiaomi': either(['reading.say.yes', 'fine'], ['reading.say.no', 'notice']),
  'os.family': sayFamily,
  'os.version': asIs,
  'os.build': asIs,
  'os.official': sayOfficial,
  'os.buildRegion': asIs,
  'os.userRegion': asIs,
  'android.release': asIs,
  'android.sdk': asIs,
  'android.securityPatch': asIs,
  'boot.locked': sayBootloader,
  'boot.verifiedState': sayBoot,
  'clock.offset': sayClock,
  'clock.workstation': sayOwnClock,
  'clock.zone': asIs,
  'clock.automatic': onIsFine,
  'clock.zoneAutomatic': onIsFine,
  'network.airplane': offIsFine,
  'network.transport': sayTransport,
  'network.validated': either(['reading.say.validated', 'fine'], ['reading.say.not-validated', 'bad']),
  'network.captivePortal': either(['reading.say.portal', 'bad'], ['reading.say.none', 'fine']),
  'network.vpn': offIsFine,
  'network.privateDns': sayPrivateDns,
  'network.proxy': sayPresence('notice'),
  'network.hosts': sayHosts,
  'account.present': either(['reading.say.signed-in', 'fine'], ['reading.say.not-signed-in', 'notice']),
  'account.ids': sayIds,
  'device.owner': sayPresence('bad'),
  'findDevice.locked': either(['reading.say.locked', 'bad'], ['reading.say.not-locked', 'fine']),
  'storage.free': sayStorage,
  'battery.level': sayBattery,
  'sim.state': saySim,
  'power.dataSaver': offIsFine,
  'phone.users': sayUsers,
}

/**
 * Where "there is none" is good news, or told by another reading (os.family, account.present); everywhere else it
 * leaves the question open.
 */
const NONE_IS_FINE: readonly string[] = [
  'phone.marketName',
  'os.version',
  'os.buildRegion',
  'os.userRegion',
  'account.ids',
  'sim.state',
  'network.proxy',
  'network.privateDns',
  'device.owner',
  'power.dataSaver',
] satisfies readonly (keyof FixedReadings)[]

const PACKAGE = 'package.'

const labelOf = (id: string, say: Say): string => {
  const key = id.startsWith(PACKAGE) ? id : `reading.${id}`
  if (isMessageKey(key)) return say(key)
  return id.startsWith(PACKAGE) ? id.slice(PACKAGE.length) : id
}

const isFixed = (id: string): id is keyof FixedReadings => Object.hasOwn(SAYERS, id)

const valueOf = (id: string, reading: Reading<unknown>, say: Say): SaidValue => {
  if (reading.status !== 'measured') {
    const fine = reading.status === 'absent' && NONE_IS_FINE.includes(id)
    return { value: reading.reason, tone: fine ? 'fine' : 'unknown' }
  }
  const said = id.startsWith(PACKAGE)
    ? sayPackage(id.slice(PACKAGE.length), reading, say)
    : isFixed(id)
      ? SAYERS[id](reading, say)
      : null
  // A reading of a newer version, or one that was changed by hand: shown, never taken for fine.
  return said ?? { value: JSON.stringify(reading.value) ?? '', tone: 'unknown' }
}

/** A reading in a few words; `reading` of an id that is not known is shown as it is. */
export const sayReading = (id: string, reading: Reading<unknown>, say: Say): SaidReading => ({
  label: labelOf(id, say),
  ...valueOf(id, reading, say),
})
