import type { Item } from '../diagnosis/model.ts'
import { modelOf, type ByCause } from '../diagnosis/model.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Check, Fix } from '../knowledge/schema.ts'
import { drawn, happens, type Random } from './random.ts'

/** What everybody sees when a phone comes in. */
export type Intake = {
  /** Whether the phone could be read; then its signs are known, and the checks that readings answer are settled. */
  readonly readable: boolean
  readonly evidence: readonly { readonly item: Item; readonly holds: boolean }[]
}

/** A phone on the counter, with what nobody sees. */
export type World = {
  readonly causes: readonly number[]
  readonly intake: Intake
  /** Whether a check fails on this phone: settled when it comes in, as the model has it. */
  readonly fails: (check: Check) => boolean
  /** The causes of this phone that a fix takes away. */
  readonly takes: (fix: Fix) => readonly number[]
}

/** Most phones at a counter can be read; the rest are locked, broken or without the consent. */
const READABLE = 0.8
/** Customers name one to three things. */
const MOST_SAID = 3
/** A customer whose trouble is in the list and one whose is not are drawn by rejection; this many tries never fail. */
const MOST_TRIES = 100_000

const causesOf = (truth: Knowledge, random: Random): readonly number[] => {
  const { rates, leak } = modelOf(truth)
  for (let round = 0; round < MOST_TRIES; round += 1) {
    const causes = rates.flatMap((rate, cause) => (happens(rate, random) ? [cause] : []))
    if (causes.length > 0 || happens(leak, random)) return causes
  }
  return []
}

const holds = (leak: number, strengths: ByCause, causes: readonly number[], random: Random): boolean => {
  let none = 1 - leak
  for (const cause of causes) none *= 1 - (strengths.get(cause) ?? 0)
  return !happens(none, random)
}

/**
 * One case of the kind a counter sees, drawn from a knowledge base that is taken as the truth. The causes are those of
 * a phone that is in trouble; the customer names one to three of the symptoms that are there; four phones of five can
 * be read. Everything is drawn at once, so that every way of working meets the very same phone.
 */
export const drawWorld = (truth: Knowledge, random: Random): World => {
  const model = modelOf(truth)
  const causes = causesOf(truth, random)
  const readable = happens(READABLE, random)
  const signs = truth.signs.map(({ id, leak }) => {
    const item = `sign:${id}` as const
    return { item, holds: holds(leak, model.strengths(item), causes, random) }
  })
  const there = truth.symptoms.flatMap(({ id, leak, kind }) => {
    // A topic is heard only where the customer says nothing clear; this customer names what is there.
    if (kind === 'topic') return []
    const item = `symptom:${id}` as const
    return holds(leak, model.strengths(item), causes, random) ? [{ item, holds: true }] : []
  })
  const said = drawn(there, 1 + Math.floor(random() * MOST_SAID), random)
  const failing = new Set(
    model.checks
      .filter(({ finding }) => holds(finding.leak, finding.strengths, causes, random))
      .map(({ check }) => check.id),
  )
  const taken = new Map(
    truth.fixes.map((fix) => [
      fix.id,
      causes.filter((cause) => happens(model.removes(fix).get(cause) ?? 0, random)),
    ]),
  )
  return {
    causes,
    intake: { readable, evidence: [...(readable ? signs : []), ...said] },
    fails: ({ id }) => failing.has(id),
    takes: ({ id }) => taken.get(id) ?? [],
  }
}
