import type { Knowledge } from '../knowledge/knowledge.ts'
import { textIn } from '../knowledge/text.ts'
import type { Language } from '../words/index.ts'
import { sharesOf, successesOf, type Estimate } from './estimate.ts'
import type { Experience } from './experience.ts'
import { groupNamed } from './group.ts'

export type GroupedEstimate = Estimate & { readonly group: string }

export type LearntCause = {
  readonly id: string
  readonly title: string
  readonly guess: number
  /** The whole shop first, then each group with enough tickets. */
  readonly shares: readonly GroupedEstimate[]
}

export type LearntFix = {
  readonly fix: string
  readonly fixTitle: string
  readonly cause: string
  readonly causeTitle: string
  readonly guess: number
  readonly shares: readonly GroupedEstimate[]
}

export type Learnt = { readonly causes: readonly LearntCause[]; readonly fixes: readonly LearntFix[] }

/** Closed tickets of a group before its own share is shown: below that it says what the whole shop says. */
export const ENOUGH_IN_GROUP = 10
/** Of a fix: cases, in shares, in which it met a cause; less moves nothing that anybody would see. */
const ENOUGH_MET = 0.5

const apart = ({ value }: Estimate, guess: number): number => Math.abs(value - guess)

/** What the shop's own tickets have made of every starting guess, the furthest from its guess first. */
export const learntOf = (knowledge: Knowledge, experience: Experience, language: Language): Learnt => {
  const groups = [...experience.keys()]
    .filter((name) => name === '' || (experience.get(name)?.tickets ?? 0) >= ENOUGH_IN_GROUP)
    .toSorted()
  const inGroups = (
    estimates: (name: string) => readonly GroupedEstimate[],
    enough: number,
  ): readonly GroupedEstimate[] =>
    groups.flatMap((name) => {
      const own = estimates(name).find(({ group }) => group === name)
      return own !== undefined && own.cases >= enough ? [own] : []
    })
  const titles = new Map(
    [...knowledge.causes, ...knowledge.fixes].map(({ id, title }) => [id, textIn(title, language)]),
  )
  const titleOf = (id: string): string => titles.get(id) ?? id
  const causes = knowledge.causes.map(({ id, prior }) => ({
    id,
    title: titleOf(id),
    guess: prior,
    shares: inGroups((name) => sharesOf(experience, groupNamed(name), id, prior), 0),
  }))
  const fixes = knowledge.fixes.flatMap(({ id, fixes: chances }) =>
    Object.entries(chances).map(([cause, guess]) => ({
      fix: id,
      fixTitle: titleOf(id),
      cause,
      causeTitle: titleOf(cause),
      guess,
      shares: inGroups(
        (name) => successesOf(experience, groupNamed(name), { fix: id, cause }, guess),
        ENOUGH_MET,
      ),
    })),
  )
  const furthest = <T extends LearntCause | LearntFix>(rows: readonly T[]): readonly T[] =>
    rows
      .flatMap((row) => {
        const [whole] = row.shares
        return whole === undefined ? [] : [{ row, off: apart(whole, row.guess) }]
      })
      .toSorted((one, other) => other.off - one.off)
      .map(({ row }) => row)
  return { causes: furthest(causes), fixes: furthest(fixes) }
}
