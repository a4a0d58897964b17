import { z } from 'zod'
import type { Counts } from './counts.ts'
import { grown, NO_EXPERIENCE, type Counted, type Experience } from './experience.ts'

/** What says that a file is one of ours. */
const KIND = 'benchside-counts'
export const LARGEST_COUNTS_FILE = 1024 * 1024
/** A group of fewer tickets could be somebody: it goes into the wider one, and out of the file if that is small too. */
export const FEWEST_TO_SHARE = 10
const MOST_GROUPS = 200
const MOST_IN_GROUP = 2000

const id = z.string().regex(/^[a-z0-9-]{1,80}$/u)
const count = z.number().min(0).max(1e7)
const groupSchema = z.strictObject({
  family: z.string().max(40).nullable(),
  region: z.string().max(40).nullable(),
  tickets: z.int().min(FEWEST_TO_SHARE).max(1e7),
  cases: count,
  causes: z.array(z.strictObject({ cause: id, there: count, expected: count })).max(MOST_IN_GROUP),
  fixes: z.array(z.strictObject({ fix: id, cause: id, worked: count, failed: count })).max(MOST_IN_GROUP),
})
const fileSchema = z.strictObject({
  kind: z.literal(KIND),
  schema: z.literal(1),
  knowledge: z.string().max(100),
  /** Months, no days. */
  from: z.string().regex(/^\d{4}-\d{2}$/u),
  to: z.string().regex(/^\d{4}-\d{2}$/u),
  groups: z.array(groupSchema).max(MOST_GROUPS),
})
type SharedGroup = z.infer<typeof groupSchema>
export type SharedCounts = z.infer<typeof fileSchema>

const minus = (from: ReadonlyMap<string, number>, less: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...from].map(([key, value]) => [key, Math.max(0, value - (less.get(key) ?? 0))]))

const less = (from: Counts, taken: readonly Counts[]): Counts =>
  taken.reduce(
    (rest, each) => ({
      tickets: rest.tickets - each.tickets,
      cases: Math.max(0, rest.cases - each.cases),
      causes: minus(rest.causes, each.causes),
      expected: minus(rest.expected, each.expected),
      worked: minus(rest.worked, each.worked),
      failed: minus(rest.failed, each.failed),
    }),
    from,
  )

/** Tenths of a case: more would tell one case from another. */
const tenth = (value: number): number => Math.round(value * 10) / 10

const asGroup = (
  { family, region }: Pick<SharedGroup, 'family' | 'region'>,
  counts: Counts,
  isShipped: (record: string) => boolean,
): SharedGroup => ({
  family,
  region,
  tickets: counts.tickets,
  cases: tenth(counts.cases),
  causes: [...counts.causes]
    .filter(([cause]) => isShipped(cause))
    .map(([cause, there]) => ({
      cause,
      there: tenth(there),
      expected: tenth(counts.expected.get(cause) ?? 0),
    })),
  fixes: [...new Set([...counts.worked.keys(), ...counts.failed.keys()])].flatMap((pair) => {
    const [fix = '', cause = ''] = pair.split(' ')
    const worked = tenth(counts.worked.get(pair) ?? 0)
    const failed = tenth(counts.failed.get(pair) ?? 0)
    const isTold = worked + failed > 0 && isShipped(fix) && isShipped(cause)
    return isTold ? [{ fix, cause, worked, failed }] : []
  }),
})

/**
 * Groups that share no ticket, so that no small one can be worked out from the difference of two: regions, then what is
 * left of each family, then what is left of all.
 */
const apartGroups = (experience: Experience): readonly (Counted & { readonly counts: Counts })[] => {
  const enough = ({ tickets }: Counts): boolean => tickets >= FEWEST_TO_SHARE
  const all = experience.get('')
  if (all === undefined) return []
  const names = [...experience.keys()].filter((name) => name !== '')
  const families = names.filter((name) => !name.includes(' '))
  const shared = families.flatMap((family): readonly Counted[] => {
    const regions = names
      .filter((name) => name.startsWith(`${family} `))
      .flatMap((name) => {
        const counts = experience.get(name)
        if (counts === undefined || !enough(counts)) return []
        return [{ group: { family, region: name.slice(family.length + 1) }, counts }]
      })
    const whole = experience.get(family)
    if (whole === undefined) return regions
    const rest = less(
      whole,
      regions.map(({ counts }) => counts),
    )
    return enough(rest) ? [...regions, { group: { family, region: null }, counts: rest }] : regions
  })
  const rest = less(
    all,
    shared.map(({ counts }) => counts),
  )
  return enough(rest) ? [...shared, { group: { family: null, region: null }, counts: rest }] : shared
}

/** The counts of a shop without anything about anybody: no names, no numbers, no days, no words, no small groups. */
export const sharedCounts = (
  experience: Experience,
  about: { readonly knowledge: string; readonly from: string; readonly to: string },
  isShipped: (record: string) => boolean,
): SharedCounts => ({
  kind: KIND,
  schema: 1,
  knowledge: about.knowledge,
  from: about.from.slice(0, 7),
  to: about.to.slice(0, 7),
  groups: apartGroups(experience)
    .slice(0, MOST_GROUPS)
    .map(({ group, counts }) => asGroup(group, counts, isShipped)),
})

/** Reads a file that anybody may have made; what stands in the way by a short name, where something does. */
export const readSharedCounts = (
  text: string,
): { readonly counts: SharedCounts } | { readonly why: 'large' | 'json' | 'kind' | 'newer' | 'form' } => {
  if (text.length > LARGEST_COUNTS_FILE) return { why: 'large' }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { why: 'json' }
  }
  const head = z.looseObject({ kind: z.literal(KIND), schema: z.number() }).safeParse(raw)
  if (!head.success) return { why: 'kind' }
  if (head.data.schema !== 1) return { why: 'newer' }
  const read = fileSchema.safeParse(raw)
  return read.success ? { counts: read.data } : { why: 'form' }
}

const groupCounts = ({ tickets, cases, causes, fixes }: SharedGroup): Counts => ({
  tickets,
  cases,
  causes: new Map(causes.map(({ cause, there }) => [cause, there])),
  expected: new Map(causes.map(({ cause, expected }) => [cause, expected])),
  worked: new Map(fixes.map(({ fix, cause, worked }) => [`${fix} ${cause}`, worked])),
  failed: new Map(fixes.map(({ fix, cause, failed }) => [`${fix} ${cause}`, failed])),
})

/** What another shop has seen, as if it had been seen here. */
export const sharedExperience = ({ groups }: SharedCounts): Experience =>
  grown(
    NO_EXPERIENCE,
    groups.map((group) => ({
      group: { family: group.family, region: group.region },
      counts: groupCounts(group),
    })),
  )
