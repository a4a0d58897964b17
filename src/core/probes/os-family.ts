import type { Properties } from './properties.ts'

export type OsFamily = 'MIUI' | 'HyperOS' | 'other'

/** ro.mi.os.version.name: "OS1.0", "OS2.0", "OS3.0". */
const HYPER_OS = /^OS(\d+(?:\.\d+)*)/u
/** ro.miui.ui.version.name: "V9", "V10", "V125" (12.5), "V140" (14); V816 on every HyperOS. */
const MIUI = /^V(\d+)$/u

/** What runs on the phone, whoever made the phone; null when nothing says so. */
export const osFamilyOf = (properties: Properties): OsFamily | null => {
  if (!properties.any) return null
  if (properties.get('ro.mi.os.version.name') !== null) return 'HyperOS'
  if (properties.get('ro.mi.os.version.incremental') !== null) return 'HyperOS'
  const miui = properties.get('ro.miui.ui.version.name')
  if (miui === null) return properties.whole ? 'other' : null
  if (miui === 'V816') return 'HyperOS'
  // ro.mi.os.version.name comes before ro.miui.ui.version.name in the dump, which is sorted on Android 5 and later.
  return 'MIUI'
}

/** The number people say. */
export const osVersionOf = (properties: Properties, family: OsFamily): string | null => {
  if (family === 'other') return null
  if (family === 'HyperOS') {
    const name =
      properties.get('ro.mi.os.version.name') ?? properties.get('ro.mi.os.version.incremental') ?? ''
    const numbers = HYPER_OS.exec(name)?.[1]?.split('.')
    return numbers === undefined ? null : `${numbers[0] ?? ''}.${numbers[1] ?? '0'}`
  }
  const digits = MIUI.exec(properties.get('ro.miui.ui.version.name') ?? '')?.[1]
  if (digits === undefined) return null
  // Up to V12 the number itself; from V125 on with a tenth: V125, V130, V140.
  if (digits.length <= 2) return digits
  const tenth = digits.slice(-1)
  return tenth === '0' ? digits.slice(0, -1) : `${digits.slice(0, -1)}.${tenth}`
}
