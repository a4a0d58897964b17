import { cleanDeviceText, type DeviceText } from '../device-text.ts'
import { absent, measured, unreadable, type Reading } from '../reading.ts'
import { UNKNOWN_FORM } from './answer.ts'
import { buildRegionOf } from './build-region.ts'
import { officialOf } from './custom-build.ts'
import { osFamilyOf, osVersionOf, type OsFamily } from './os-family.ts'
import type { Probe } from './probe.ts'
import { firstProperty, noProperty, propertiesOf, textProperty, type Properties } from './properties.ts'

const FAMILY_COMMAND = 'getprop ro.miui.ui.version.name'
const VERSION_COMMAND = {
  MIUI: FAMILY_COMMAND,
  HyperOS: 'getprop ro.mi.os.version.name',
  other: FAMILY_COMMAND,
} as const
const NOT_XIAOMI = 'Neither MIUI nor HyperOS runs on this phone.'

const version = (family: OsFamily, properties: Properties): Reading<DeviceText> => {
  const command = VERSION_COMMAND[family]
  if (family === 'other') return absent(NOT_XIAOMI, command)
  const said = osVersionOf(properties, family)
  return said === null ? unreadable(UNKNOWN_FORM, command) : measured(cleanDeviceText(said), command)
}

/** HyperOS 1 on Android 13 has two spellings: V816.0.6.0.TKHCNXM in the build, OS1.0.6.0.TKHCNXM on the screen. */
const build = (properties: Properties): Reading<DeviceText> => {
  const names = ['ro.build.version.incremental', 'ro.mi.os.version.incremental'] as const
  const reading = textProperty(properties, names, 'The phone states no build.')
  const onScreen = cleanDeviceText(properties.get(names[1]) ?? '')
  if (reading.status !== 'measured' || onScreen === '' || onScreen === reading.value) return reading
  return { ...reading, note: `the phone shows it as ${onScreen}` }
}

const official = (family: OsFamily, properties: Properties): Reading<boolean> => {
  const found = officialOf(properties, family)
  switch (found.is) {
    case 'yes':
      return measured(true, 'getprop ro.build.fingerprint')
    case 'no':
      return measured(false, `getprop ${found.property}`, { note: found.note })
    case 'unclear':
      return unreadable(found.reason, 'getprop ro.build.fingerprint')
  }
}

const buildRegion = (family: OsFamily, properties: Properties): Reading<DeviceText> => {
  const command = 'getprop ro.miui.build.region'
  if (family === 'other') return absent(NOT_XIAOMI, command)
  const found = buildRegionOf(properties)
  if (found) return measured(cleanDeviceText(found.region), `getprop ${found.property}`)
  const stated = firstProperty(properties, ['ro.miui.build.region', 'ro.product.mod_device'])
  return stated === null
    ? noProperty(properties, 'ro.miui.build.region', 'The build names no region.')
    : unreadable('The build names a region that is not known.', command)
}

const userRegion = (family: OsFamily, properties: Properties): Reading<DeviceText> =>
  family === 'other' && properties.get('ro.miui.region') === null
    ? absent(NOT_XIAOMI, 'getprop ro.miui.region')
    : textProperty(properties, ['ro.miui.region'], 'No region is set on the phone.')

export const osProbe: Probe = {
  needs: ['getprop'],
  gives: ['os.family', 'os.version', 'os.build', 'os.official', 'os.buildRegion', 'os.userRegion'],
  read: (sections) => {
    const properties = propertiesOf(sections)
    const family = osFamilyOf(properties)
    // Without the family nothing else about the system can be told apart from "not there".
    const unknown = noProperty<never>(properties, 'ro.miui.ui.version.name', NOT_XIAOMI)
    return {
      'os.family': family === null ? unknown : measured(family, VERSION_COMMAND[family]),
      'os.version': family === null ? unknown : version(family, properties),
      'os.build': build(properties),
      'os.official': family === null ? unknown : official(family, properties),
      'os.buildRegion': family === null ? unknown : buildRegion(family, properties),
      'os.userRegion': family === null ? unknown : userRegion(family, properties),
    }
  },
}
