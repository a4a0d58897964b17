import { measured, unreadable, type Reading } from '../reading.ts'
import { UNKNOWN_FORM } from './answer.ts'
import { officialOf } from './custom-build.ts'
import { osFamilyOf } from './os-family.ts'
import type { Probe } from './probe.ts'
import { firstProperty, noProperty, propertiesOf, textProperty, type Properties } from './properties.ts'

const sdk = (properties: Properties): Reading<number> => {
  const name = 'ro.build.version.sdk'
  const value = properties.get(name)
  if (value === null) return noProperty(properties, name, 'The phone states no Android level.')
  return /^\d{1,3}$/u.test(value)
    ? measured(Number(value), `getprop ${name}`)
    : unreadable(UNKNOWN_FORM, `getprop ${name}`)
}

/** ro.secureboot.lockstate is Xiaomi's own and the only one on some phones of 2016 (Android 6 and 7). */
const LOCK_STATES = [
  'ro.boot.flash.locked',
  'ro.boot.vbmeta.device_state',
  'ro.secureboot.lockstate',
] as const
const LOCKED: Readonly<Record<string, boolean>> = { '1': true, locked: true, '0': false, unlocked: false }

const locked = (properties: Properties): Reading<boolean> => {
  const found = firstProperty(properties, LOCK_STATES)
  if (found === null)
    return noProperty(properties, LOCK_STATES[0], 'The phone does not say whether its bootloader is locked.')
  const yes = LOCKED[found.value]
  const command = `getprop ${found.name}`
  if (yes === undefined) return unreadable(UNKNOWN_FORM, command)
  return measured(yes, command, yes && isForeign(properties) ? { note: CLAIMED } : {})
}

/**
 * A locked bootloader starts nothing but the maker's system: xiaomi.eu, LineageOS and others set these properties
 * themselves so that banking apps run. JOYUI is the maker's own, on Black Shark.
 */
const isForeign = (properties: Properties): boolean => {
  const official = officialOf(properties, osFamilyOf(properties) ?? 'other')
  return official.is === 'no' && official.note !== 'JOYUI'
}
const CLAIMED = 'claimed by a system that is not official'

const STATES = ['green', 'yellow', 'orange', 'red'] as const

const verifiedState = (properties: Properties): Reading<(typeof STATES)[number]> => {
  const name = 'ro.boot.verifiedbootstate'
  const value = properties.get(name)
  if (value === null) return noProperty(properties, name, 'The phone does not say how its start was checked.')
  const state = STATES.find((one) => one === value.toLowerCase())
  return state === undefined
    ? unreadable(UNKNOWN_FORM, `getprop ${name}`)
    : measured(state, `getprop ${name}`)
}

export const androidProbe: Probe = {
  needs: ['getprop'],
  gives: ['android.release', 'android.sdk', 'android.securityPatch', 'boot.locked', 'boot.verifiedState'],
  read: (sections) => {
    const properties = propertiesOf(sections)
    return {
      'android.release': textProperty(
        properties,
        ['ro.build.version.release'],
        'The phone states no Android version.',
      ),
      'android.sdk': sdk(properties),
      'android.securityPatch': textProperty(
        properties,
        ['ro.build.version.security_patch'],
        'The phone states no security patch level.',
      ),
      'boot.locked': locked(properties),
      'boot.verifiedState': verifiedState(properties),
    }
  },
}
