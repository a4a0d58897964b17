import type { Readings } from '../reading.ts'
import type { Observation } from '../sign-in-watch/observation.ts'
import type { CheckResult, Outcome } from '../ticket.ts'

/** What is known of a case. Every part may be missing; a missing part is unknown, never "no". */
export type DiagnosisInput = {
  readonly readings?: Readings
  /** Symptom ids, the knowledge base's own or fact ids such as SY01. */
  readonly symptoms?: readonly string[]
  /** The customer's words; symptoms are found in them. */
  readonly said?: string
  /** What the phone's log said while a sign-in was watched; symptoms are found in it. */
  readonly logged?: readonly Observation[]
  /** When somebody has looked at what was found: of the symptoms in the words and in the log, only these are meant. */
  readonly meant?: readonly string[]
  readonly checks?: Readonly<Record<string, CheckResult>>
  readonly attempts?: readonly {
    readonly fix: string
    readonly outcome: Outcome
    /** The same for all that were done before one sign-in try: their outcome is of all of them together. */
    readonly bundle?: string | null | undefined
  }[]
}

export type Because = {
  /** "reading:clock.offset", "symptom:SY01", "check:CK01", "attempt:FX24", "attempt:FX24+FX05" of one try, "prior". */
  readonly evidence: string
  readonly effect: 'for' | 'against'
  /** How strongly: the factor by which it moves the odds, at least 1. */
  readonly factor: number
  /** False: it speaks about other causes, and this one only gains or loses by that. */
  readonly direct: boolean
  readonly text: string
}

/** A share as the shop's own tickets make it, with the bounds that hold eight times of ten. */
export type LearnedShare = {
  /** '' is the whole shop, else "MIUI" or "MIUI IN". */
  readonly group: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** Closed tickets behind it. */
  readonly cases: number
}
export type Learned = { readonly guess: number; readonly shares: readonly LearnedShare[] }

export type RankedCause = {
  readonly id: string
  readonly title: string
  readonly covers: readonly string[]
  /** How often it is there in such cases before anything is known of this one, 0 to 1. */
  readonly prior: number
  /** Where the shop's own closed tickets moved that share: from what, and group by group, the whole shop first. */
  readonly learned?: Learned
  /** 0 to 1; several causes may be present at once, so they need not add up to 1. */
  readonly probability: number
  readonly because: readonly Because[]
}

export type Step = {
  readonly kind: 'check' | 'fix' | 'refer'
  readonly id: string
  readonly title: string
  readonly covers: readonly string[]
  /** Expected minutes at the counter, the sign-in try after it included. */
  readonly minutes: number
  /** Why this step, in one sentence. */
  readonly reason: string
  /** What to do, one short sentence a step. */
  readonly steps: readonly string[]
  /** Said before the first step where something may be lost or must be known first. */
  readonly caution: string | null
  /** The chance that it ends the trouble (a fix) or settles a cause (a check), 0 to 1. */
  readonly chance: number
  /** The next gentle fixes of the plan, best done before the same sign-in try, which is scarce; mostly none. */
  readonly together: readonly { readonly id: string; readonly title: string }[]
  /** Something is lost for good by it: asked for once more, by name, before it counts as done. */
  readonly losesData: boolean
  /** What each answer to a check says; null for everything else. */
  readonly answers: { readonly passes: string; readonly fails: string } | null
}

/** An answer that would change what is advised. */
export type Turn = {
  readonly check: { readonly id: string; readonly title: string; readonly minutes: number }
  /** What would be found, in a sentence, and how probable that is. */
  readonly answer: string
  readonly chance: number
  /** What would be advised then. */
  readonly next: { readonly id: string; readonly title: string }
}

export type Diagnosis = {
  readonly schema: 1
  readonly causes: readonly RankedCause[]
  readonly next: Step | null
  /** The steps in the order advised, `next` first; tried ones are not in it. */
  readonly plan: readonly Step[]
  readonly expectedMinutes: number
  /** What would change the advice, the likeliest answer first. */
  readonly turns: readonly Turn[]
  /** Symptoms found in the customer's words, with the words that were matched. */
  readonly heard: readonly { readonly symptom: string; readonly words: string }[]
  readonly knowledgeVersion: string
}
