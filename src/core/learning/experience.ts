import type { Knowledge } from '../knowledge/knowledge.ts'
import { countsOf, type Counts, type Lesson } from './counts.ts'
import { groupsOf, type Group } from './group.ts'

/** What a shop has seen, by group; '' is all of it. */
export type Experience = ReadonlyMap<string, Counts>

export const NO_EXPERIENCE: Experience = new Map()

type Growing = {
  tickets: number
  cases: number
  readonly causes: Map<string, number>
  readonly expected: Map<string, number>
  readonly worked: Map<string, number>
  readonly failed: Map<string, number>
}
const grow = (sums: Map<string, number>, more: ReadonlyMap<string, number>): void => {
  for (const [key, value] of more) sums.set(key, (sums.get(key) ?? 0) + value)
}

const add = (to: Growing, more: Counts): Growing => {
  to.tickets += more.tickets
  to.cases += more.cases
  grow(to.causes, more.causes)
  grow(to.expected, more.expected)
  grow(to.worked, more.worked)
  grow(to.failed, more.failed)
  return to
}

const copyOf = (counts: Counts | undefined): Growing => ({
  tickets: counts?.tickets ?? 0,
  cases: counts?.cases ?? 0,
  causes: new Map(counts?.causes),
  expected: new Map(counts?.expected),
  worked: new Map(counts?.worked),
  failed: new Map(counts?.failed),
})

/** What a case counts for, and whom. */
export type Counted = { readonly group: Group; readonly counts: Counts }

/** Adds cases to what was seen. */
export const grown = (experience: Experience, cases: readonly Counted[]): Experience => {
  const groups = new Map<string, Growing>()
  for (const { group, counts } of cases)
    for (const name of groupsOf(group))
      groups.set(name, add(groups.get(name) ?? copyOf(experience.get(name)), counts))
  return new Map([...experience, ...groups])
}

/**
 * Adds a case to what was seen, weighed by the starting guesses (`knowledge`): each case by itself, whatever the others
 * say. So a shop far from the guesses is seen nearer to them than it is, and one that is like them is not led astray.
 */
export const learn = (experience: Experience, lesson: Lesson, knowledge: Knowledge): Experience =>
  grown(experience, [{ group: lesson.group, counts: countsOf(lesson, knowledge) }])
