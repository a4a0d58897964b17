import type { InspectionView } from '../../../../contract/views.ts'
import type { Because, Diagnosis } from '../../../../core/diagnosis/diagnosis.ts'
import type { Reading } from '../../../../core/reading.ts'
import { againstTrueTime } from '../../../../core/workstation-clock.ts'
import type { SaidReading } from '../../../../core/words/say-reading.ts'

export type Speaks = { readonly effect: Because['effect']; readonly cause: string }

export type ReadingRow = {
  readonly id: string
  readonly reading: Reading<unknown>
  readonly said: SaidReading
  readonly raw: string | null
  readonly at: string | null
  /** How strongly it speaks for or against the causes; 0: not at all. */
  readonly weight: number
  /** The causes that it speaks for or against by itself, the likeliest first. */
  readonly speaks: readonly Speaks[]
}

export type OrderedReadings = { readonly shown: readonly ReadingRow[]; readonly fine: readonly ReadingRow[] }

const PREFIX = 'reading:'

/** What each reading says about the causes: the greatest factor, weighed by how likely its cause is. */
export const readingWeights = (
  diagnosis: Diagnosis | null,
  which: (because: Because) => boolean = () => true,
): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>()
  for (const cause of diagnosis?.causes ?? [])
    for (const because of cause.because) {
      const { evidence, factor } = because
      if (!evidence.startsWith(PREFIX) || !which(because)) continue
      const id = evidence.slice(PREFIX.length)
      weights.set(id, Math.max(weights.get(id) ?? 0, Math.log(Math.max(1, factor)) * cause.probability))
    }
  return weights
}

/** More than that says no more. */
const MOST_SPOKEN_OF = 4

/** The causes that each reading speaks for or against by itself. */
const readingSpeaks = (diagnosis: Diagnosis | null): ReadonlyMap<string, readonly Speaks[]> => {
  const speaks = new Map<string, readonly Speaks[]>()
  for (const { title, because } of diagnosis?.causes ?? [])
    for (const { evidence, effect, direct } of because) {
      if (!direct || !evidence.startsWith(PREFIX)) continue
      const id = evidence.slice(PREFIX.length)
      const before = speaks.get(id) ?? []
      if (before.length < MOST_SPOKEN_OF && !before.some(({ cause }) => cause === title))
        speaks.set(id, [...before, { effect, cause: title }])
    }
  return speaks
}

/** Fine readings that weigh at least this much stand above the fold: they rule something likely out. */
const TELLING = 0.2
const TONE_ORDER = { bad: 0, notice: 1, unknown: 2, fine: 3 } as const

/** First what speaks for or against a cause, then the rest of what is not fine; the fine ones fold into one line. */
export const orderReadings = (
  inspection: InspectionView | null,
  diagnosis: Diagnosis | null,
  sayOne: (id: string, reading: Reading<unknown>) => SaidReading,
  /** What has been set right since: what the causes rest on is what these said before. */
  outdated: ReadonlySet<string> = new Set(),
): OrderedReadings => {
  const weights = readingWeights(diagnosis)
  const speaks = readingSpeaks(diagnosis)
  const speaksFor = readingWeights(diagnosis, ({ effect, direct }) => effect === 'for' && direct)
  /** What speaks for a likely cause is nothing to call fine. */
  const toned = (id: string, said: SaidReading): SaidReading =>
    said.tone === 'fine' && !outdated.has(id) && (speaksFor.get(id) ?? 0) >= TELLING
      ? { ...said, tone: 'notice' }
      : said
  const all = Object.entries(againstTrueTime(inspection?.readings ?? {})).flatMap(
    ([id, reading]): ReadingRow[] => {
      if (!reading) return []
      const entry = inspection?.entries[id]
      const [raw, at] = [entry?.raw ?? null, entry?.at ?? null]
      return [
        {
          id,
          reading,
          said: toned(id, sayOne(id, reading)),
          raw,
          at,
          weight: weights.get(id) ?? 0,
          speaks: outdated.has(id) ? [] : (speaks.get(id) ?? []),
        },
      ]
    },
  )
  const isShown = ({ said, weight }: ReadingRow): boolean => said.tone !== 'fine' || weight >= TELLING
  const shown = all
    .filter(isShown)
    .toSorted(
      (one, other) =>
        Number(other.weight > 0) - Number(one.weight > 0) ||
        TONE_ORDER[one.said.tone] - TONE_ORDER[other.said.tone] ||
        other.weight - one.weight,
    )
  return { shown, fine: all.filter((row) => !isShown(row)) }
}
