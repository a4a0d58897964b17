import { diagnose } from '../diagnosis/diagnose.ts'
import { publicId } from '../knowledge/find.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Report } from './report.ts'
import { REPORT_CLASSES } from './report-classes.ts'

export type Hits = { readonly reports: number; readonly top1: number; readonly top3: number }

export type Scored = {
  readonly id: string
  readonly tier: string
  readonly blind: boolean
  readonly wanted: readonly string[]
  /** The likeliest causes, by fact id. */
  readonly got: readonly string[]
  /** Where the first right one stands, from 1. */
  readonly rank: number
  readonly heard: readonly string[]
}

export type Evaluation = {
  readonly schema: 1
  readonly reports: number
  /** Scorable reports whose cause cannot be read off the words: the figures that count. */
  readonly blind: Hits
  readonly scorable: Hits
  readonly tiers: Readonly<Record<string, { readonly blind: Hits; readonly scorable: Hits }>>
  readonly each: readonly Scored[]
}

const SHOWN = 3

const score = (report: Report, wanted: readonly string[], knowledge: Knowledge): Scored => {
  // A sentence end between the two: what the screen showed is no part of what was said.
  const { causes, heard } = diagnose({ said: `${report.said}\n${report.symptoms}` }, knowledge, 'en')
  const place = causes.findIndex(({ covers }) => covers.some((fact) => wanted.includes(fact)))
  return {
    id: report.id,
    tier: report.tier,
    blind: report.blind,
    wanted,
    got: causes.slice(0, SHOWN).map(publicId),
    rank: place < 0 ? causes.length + 1 : place + 1,
    heard: heard.map(({ symptom }) => symptom),
  }
}

const hits = (scored: readonly Scored[]): Hits => ({
  reports: scored.length,
  top1: scored.filter(({ rank }) => rank === 1).length,
  top3: scored.filter(({ rank }) => rank <= SHOWN).length,
})

/** How often the right cause comes first, or among the first three, from nothing but what was said and shown. */
export const evaluate = (reports: readonly Report[], knowledge: Knowledge): Evaluation => {
  const each = reports.flatMap((report) => {
    const wanted = REPORT_CLASSES.get(report.causeClass)
    return report.scorable && wanted !== undefined ? [score(report, wanted, knowledge)] : []
  })
  const both = (some: readonly Scored[]) => ({
    blind: hits(some.filter(({ blind }) => blind)),
    scorable: hits(some),
  })
  const tiers = [...new Set(each.map(({ tier }) => tier))].toSorted()
  return {
    schema: 1,
    reports: reports.length,
    ...both(each),
    tiers: Object.fromEntries(tiers.map((name) => [name, both(each.filter(({ tier }) => tier === name))])),
    each,
  }
}
