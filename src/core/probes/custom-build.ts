import { CUT_OFF } from './answer.ts'
import { readBuildVersion } from './build-version.ts'
import { isXiaomiHardware } from './identity.ts'
import type { OsFamily } from './os-family.ts'
import type { Properties } from './properties.ts'

/** yes: the marks of a build by Xiaomi agree · no: somebody else's, `note` says whose · unclear: marks disagree. */
export type Official =
  | { readonly is: 'yes' }
  | { readonly is: 'no'; readonly note: string; readonly property: string }
  | { readonly is: 'unclear'; readonly reason: string }

/** A property that only a system by others has; a pattern ending in "." stands for all names that begin so. */
const MARKS: readonly (readonly [property: string, value: RegExp, note: string])[] = [
  ['ro.xiaomi.eu.', /./u, 'xiaomi.eu'],
  ['ro.product.mod_device', /_xiaomieu_/u, 'xiaomi.eu'],
  ['ro.modversion', /xiaomi\.eu/u, 'xiaomi.eu'],
  ['ro.build.host', /^xiaomi\.eu$/u, 'xiaomi.eu'],
  ['ro.build.version.incremental', /JOYUI/u, 'JOYUI'],
  ['ro.crdroid.', /./u, 'crDroid, made from LineageOS'],
  ['ro.evolution.', /./u, 'Evolution X'],
  ['ro.pixelexperience.', /./u, 'Pixel Experience'],
  ['org.pixelexperience.', /./u, 'Pixel Experience'],
  ['ro.lineage.', /./u, 'LineageOS'],
  ['ro.build.flavor', /^lineage_/u, 'LineageOS'],
  ['ro.build.display.id', /^lineage_/u, 'LineageOS'],
]

const PREFIXES = MARKS.flatMap(([property]) => (property.endsWith('.') ? [property] : []))

const foreignMark = (properties: Properties): Official | null => {
  const marked = [...properties.names()].filter((name) => PREFIXES.some((prefix) => name.startsWith(prefix)))
  for (const [property, value, note] of MARKS) {
    if (property.endsWith('.')) {
      const name = marked.find((each) => each.startsWith(property))
      if (name !== undefined) return { is: 'no', note, property: name }
    } else if (value.test(properties.get(property) ?? '')) return { is: 'no', note, property }
  }
  return null
}

/** "yes" needs marks of Xiaomi's that agree; that no mark of others was found is not enough. */
export const officialOf = (properties: Properties, family: OsFamily): Official => {
  const mark = foreignMark(properties)
  if (mark) return mark
  // What is missing from a cut dump may be the brand itself.
  if (!properties.whole) return { is: 'unclear', reason: CUT_OFF }
  if (!isXiaomiHardware(properties)) {
    return family === 'other'
      ? { is: 'unclear', reason: 'This is not a Xiaomi phone, so its system was not judged.' }
      : { is: 'no', note: 'ported to other hardware', property: 'ro.product.brand' }
  }
  const marks = agreement(properties)
  // Android One phones (Mi A1 to A3) are Xiaomi's own without MIUI; their builds carry the same marks.
  return family === 'other' && marks.is !== 'yes'
    ? { is: 'no', note: 'neither MIUI nor HyperOS', property: 'ro.miui.ui.version.name' }
    : marks
}

const agreement = (properties: Properties): Official => {
  const unclear = (reason: string): Official => ({ is: 'unclear', reason })
  const incremental = properties.get('ro.build.version.incremental')
  const fingerprint = properties.get('ro.build.fingerprint')
  const device = properties.get('ro.product.device')
  if (incremental === null || fingerprint === null || device === null)
    return unclear('The phone does not say enough about its system.')
  if (readBuildVersion(incremental) === null)
    return unclear('The version of the system is not in the form that Xiaomi uses.')
  // brand/product/device:release/id/incremental:user/release-keys
  const parts = /^[^/]+\/[^/]+\/([^:/]+):[^/]+\/[^/]+\/([^:]+):user\/release-keys$/u.exec(fingerprint)
  if (!parts) return unclear('The system is not signed the way Xiaomi signs it.')
  if (parts[1] !== device || parts[2] !== incremental)
    return unclear('What the system says about itself does not agree with the phone.')
  return { is: 'yes' }
}
