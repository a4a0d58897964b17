import type { Knowledge } from '../../../src/core/knowledge/knowledge.ts'
import type { Cause, Check, Fix } from '../../../src/core/knowledge/schema.ts'

const record = (id: string) => ({ id, covers: [], source: ['made for a test'], trust: 'A' as const })

type TinyCause = Pick<Cause, 'prior'> & Partial<Pick<Cause, 'shows' | 'endsOnlyIn'>>
type TinyFix = Pick<Fix, 'minutes' | 'fixes'> & Partial<Fix>

/** A knowledge base of a few records, so that minutes can be worked out on paper. */
export const tinyKnowledge = (given: {
  readonly causes: Readonly<Record<string, TinyCause>>
  readonly fixes: Readonly<Record<string, TinyFix>>
  readonly checks?: Readonly<
    Record<string, Pick<Check, 'minutes' | 'leak'> & Partial<Pick<Check, 'opening'>>>
  >
  readonly unlisted?: number
  readonly openings?: Knowledge['openings']
  readonly signInMinutes?: number
  readonly lastResort: number
}): Knowledge => ({
  version: 'tiny',
  symptoms: [],
  signs: [],
  causes: Object.entries(given.causes).map(([id, cause]) => ({
    ...record(id),
    title: { en: id },
    about: { en: id },
    shows: {},
    ...cause,
  })),
  fixes: [
    ...Object.entries(given.fixes).map(([id, fix]) => ({
      ...record(id),
      title: { en: id },
      steps: { en: [id] },
      kind: 'fix' as const,
      waitHours: 0,
      risk: 'none' as const,
      costsAttempt: false,
      needs: [],
      ...fix,
    })),
    {
      ...record('support'),
      title: { en: 'support' },
      steps: { en: ['support'] },
      kind: 'refer' as const,
      minutes: 10,
      fixes: {},
      waitHours: 0,
      risk: 'none' as const,
      costsAttempt: false,
      needs: [],
    },
  ],
  checks: Object.entries(given.checks ?? {}).map(([id, check]) => ({
    ...record(id),
    title: { en: id },
    steps: { en: [id] },
    fails: { en: `${id} fails` },
    passes: { en: `${id} passes` },
    settledBy: [],
    ...check,
  })),
  codes: [],
  packages: [],
  advice: [],
  warnings: [],
  speech: [],
  codeCues: [],
  unlisted: given.unlisted ?? 0.0001,
  lastResort: { fix: 'support', minutes: given.lastResort },
  minutesPerWaitHour: 1,
  openings: given.openings ?? [],
  signInMinutes: given.signInMinutes ?? 0,
})
