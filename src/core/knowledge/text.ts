import type { Language } from '../words/index.ts'
import type { StepText, Texts } from './schema.ts'

/** English stands in where a shop's own record has not been translated; shipped records always are. */
export const textIn = (texts: Texts, language: Language): string => texts[language] ?? texts.en

export type Family = 'MIUI' | 'HyperOS'

/** The steps for the system on this phone; both menus side by side while nobody knows which it is. */
export const stepsIn = (
  steps: { readonly en: readonly StepText[]; readonly [language: string]: readonly StepText[] },
  language: Language,
  family: Family | null,
): readonly string[] =>
  (steps[language] ?? steps.en).map((step) => {
    if (typeof step === 'string') return step
    if (family !== null) return step[family]
    return `MIUI: ${step.MIUI} HyperOS: ${step.HyperOS}`
  })
