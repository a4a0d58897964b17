import { readBuildVersion } from './build-version.ts'
import type { Properties } from './properties.ts'

/**
 * Regions that Xiaomi builds for, by the letters in the incremental version. The same letters in lower case stand in
 * ro.miui.build.region and in the suffix of ro.product.mod_device, except for Global and EEA.
 */
const REGIONS: Readonly<Record<string, string>> = {
  CN: 'CN',
  MI: 'Global',
  GLOBAL: 'Global',
  EU: 'EEA',
  EEA: 'EEA',
  // Before MIUI 11 the Indian builds were "<codename>_india_global".
  INDIA: 'IN',
  ...Object.fromEntries(
    ['IN', 'RU', 'ID', 'TW', 'TR', 'JP', 'KR', 'CL', 'GT', 'LM', 'MX', 'ZA', 'HK', 'SG'].map((two) => [
      two,
      two,
    ]),
  ),
}

/** Names a region only when it is one that we know. */
const known = (word: string): string | null => REGIONS[word.toUpperCase()] ?? null

/**
 * "pipa_eea_global" is EEA, "selene_global" Global, "alioth" (no suffix) CN; "psyche_xiaomieu_global" and
 * "clover_mam_global" are marks of custom builds and name no region.
 */
const fromModDevice = (modDevice: string): string | null => {
  if (!modDevice.endsWith('_global')) return modDevice.includes('_') ? null : 'CN'
  const words = modDevice.slice(0, -'_global'.length).split('_')
  return words.length === 1 ? 'Global' : known(words.at(-1) ?? '')
}

/** The region that the system was built for; never ro.miui.region, which is what the user chose. */
export const buildRegionOf = (
  properties: Properties,
): { readonly region: string; readonly property: string } | null => {
  const sources: readonly (readonly [string, (value: string) => string | null])[] = [
    ['ro.miui.build.region', known],
    ['ro.product.mod_device', fromModDevice],
    ['ro.mi.os.version.incremental', fromLetters],
    ['ro.build.version.incremental', fromLetters],
  ]
  for (const [property, read] of sources) {
    const value = properties.get(property)
    const region = value === null ? null : read(value)
    if (region !== null) return { region, property }
  }
  return null
}

const fromLetters = (incremental: string): string | null =>
  known(readBuildVersion(incremental)?.regionLetters ?? '')
