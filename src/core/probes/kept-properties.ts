/**
 * The properties that a reading is made from, and no other: recordings and the record keep these lines of a getprop
 * dump. IMEI, numbers of the SIM, hardware ids and the like are not among them.
 */
export const KEPT_PROPERTIES = [
  'ro.serialno',
  'ro.boot.serialno',
  'ro.product.brand',
  'ro.product.manufacturer',
  'ro.product.model',
  'ro.product.device',
  'ro.product.marketname',
  'ro.product.odm.marketname',
  'ro.product.vendor.marketname',
  'ro.config.marketing_name',
  'ro.vendor.oplus.market.name',
  'ro.product.mod_device',
  'ro.miui.ui.version.name',
  'ro.mi.os.version.name',
  'ro.mi.os.version.incremental',
  'ro.build.version.incremental',
  'ro.build.fingerprint',
  'ro.build.flavor',
  'ro.build.display.id',
  'ro.build.host',
  'ro.modversion',
  'ro.miui.build.region',
  'ro.miui.region',
  'ro.build.version.release',
  'ro.build.version.sdk',
  'ro.build.version.security_patch',
  'ro.boot.flash.locked',
  'ro.boot.vbmeta.device_state',
  'ro.secureboot.lockstate',
  'ro.boot.verifiedbootstate',
  'persist.sys.timezone',
  'gsm.sim.state',
] as const

/** Names that begin so are marks of systems by others (custom-build.ts). */
export const KEPT_PREFIXES = [
  'ro.xiaomi.eu.',
  'ro.crdroid.',
  'ro.lineage.',
  'ro.evolution.',
  'ro.pixelexperience.',
  'org.pixelexperience.',
] as const

const kept: ReadonlySet<string> = new Set(KEPT_PROPERTIES)

const isKept = (name: string): boolean =>
  kept.has(name) || KEPT_PREFIXES.some((prefix) => name.startsWith(prefix))

/** Reduces a getprop dump to the lines that a reading is made from; of what is no dump nothing is left. */
export const keepProperties = (found: ReadonlyMap<string, string>): string => {
  const lines = [...found].filter(([name]) => isKept(name)).map(([name, value]) => `[${name}]: [${value}]\n`)
  return lines.length === 0 && found.size > 0 ? OTHERS_ONLY : lines.join('')
}

/** Shows that there was a dump, so that a property that is not in it is not set. */
const OTHERS_ONLY = '[***]: [***]\n'
