import { versionBelow } from '../diagnosis/version-below.ts'
import { sayIn } from '../diagnosis/say-in.ts'
import type { Language } from '../words/index.ts'
import type { StepText, Texts } from './schema.ts'

/** English stands in where a shop's own record has not been translated; shipped records always are. */
export const textIn = (texts: Texts, language: Language): string => texts[language] ?? texts.en

export type Family = 'MIUI' | 'HyperOS'
/** What runs on the phone, as far as it was read. */
export type System = { readonly family: Family; readonly version: string | null }

type Menu = Exclude<StepText, string>[Family]

/** The menu of this version; of both where it is not known which one it is. */
const menuIn = (menu: Menu, family: Family, version: string | null, language: Language): string => {
  if (typeof menu === 'string') return menu
  const { before, older, newer } = menu
  const isOlder = version === null ? null : versionBelow(version, before)
  if (isOlder !== null) return isOlder ? older : newer
  return sayIn(language)('steps.by-version', { system: `${family} ${before}`, older, newer })
}

/** The steps for the system on this phone; both menus side by side while nobody knows which it is. */
export const stepsIn = (
  steps: { readonly en: readonly StepText[]; readonly [language: string]: readonly StepText[] },
  language: Language,
  system: System | null,
): readonly string[] =>
  (steps[language] ?? steps.en).map((step) => {
    if (typeof step === 'string') return step
    const menu = (family: Family, version: string | null) => menuIn(step[family], family, version, language)
    if (system !== null) return menu(system.family, system.version)
    return `MIUI: ${menu('MIUI', null)} HyperOS: ${menu('HyperOS', null)}`
  })
