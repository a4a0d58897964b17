import { done, failed, type Answer } from './failure.ts'
import { readAmount, writeAmount } from './money.ts'

/** What was looked at on the phone when it was taken in; an empty list says that nobody has looked. */
export const CONDITIONS = [
  'nothing',
  'scratches',
  'cracked-glass',
  'cracked-back',
  'water-sign',
  'no-power',
  'bent',
  'opened-before',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** What was left with the phone; an empty list says that nobody has asked. */
export const LEFT_ITEMS = ['nothing', 'sim', 'memory-card', 'case', 'charger', 'box', 'papers'] as const
export type LeftItem = (typeof LEFT_ITEMS)[number]

/** Whether the customer showed that the phone is theirs; null: not asked. */
export const PROOFS = ['seen', 'not-shown'] as const
export type Proof = (typeof PROOFS)[number]

/** What a ticket holds beside the case itself; all of it may be missing. */
export type Intake = {
  readonly condition: readonly Condition[]
  readonly conditionNote: string
  readonly left: readonly LeftItem[]
  readonly leftNote: string
  readonly proof: Proof | null
  /** ISO, UTC. */
  readonly promisedAt: string | null
  /** In minor units of `currency`: noted, never reckoned with. */
  readonly quote: number | null
  readonly paid: number | null
  /** As the shop writes it; '' where it has not said. */
  readonly currency: string
}

export const EMPTY_INTAKE: Intake = {
  condition: [],
  conditionNote: '',
  left: [],
  leftNote: '',
  proof: null,
  promisedAt: null,
  quote: null,
  paid: null,
  currency: '',
}

/** Ticks or unticks one; "nothing" and anything else rule each other out. */
export const tick = <T extends string>(
  list: readonly T[],
  item: T | 'nothing',
): readonly (T | 'nothing')[] => {
  if (list.some((other) => other === item)) return list.filter((other) => other !== item)
  return item === 'nothing' ? [item] : [...list.filter((other) => other !== 'nothing'), item]
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The parts that read otherwise now. */
export const changedParts = (before: Intake, after: Intake): readonly (keyof Intake)[] =>
  (Object.keys(EMPTY_INTAKE) as (keyof Intake)[]).filter((part) => !isSame(before[part], after[part]))

/** The same as it is typed: amounts and times as text, so that nothing that is half written is lost. */
export type IntakeForm = Pick<Intake, 'condition' | 'conditionNote' | 'left' | 'leftNote' | 'proof'> & {
  /** As the field gives it, in the counter's own time: 2026-11-25T16:30. */
  readonly promised: string
  readonly quote: string
  readonly paid: string
}

export const EMPTY_INTAKE_FORM: IntakeForm = {
  condition: [],
  conditionNote: '',
  left: [],
  leftNote: '',
  proof: null,
  promised: '',
  quote: '',
  paid: '',
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** The counter's own time, as a field for it takes it. */
const localTime = (iso: string): string => {
  const at = new Date(iso)
  const date = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(twoDigits).join('-')
  return `${date}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
}

const typedAmount = (minor: number | null, currency: string): string =>
  minor === null ? '' : writeAmount(minor, currency)

export const formOfIntake = (intake: Intake): IntakeForm => ({
  condition: intake.condition,
  conditionNote: intake.conditionNote,
  left: intake.left,
  leftNote: intake.leftNote,
  proof: intake.proof,
  promised: intake.promisedAt === null ? '' : localTime(intake.promisedAt),
  quote: typedAmount(intake.quote, intake.currency),
  paid: typedAmount(intake.paid, intake.currency),
})

const readPaid = (text: string, currency: string): Answer<number | null> => {
  if (text.trim() === '') return done(null)
  const minor = readAmount(text, currency)
  return minor === null ? failed('intake.amount', { text: text.trim() }) : done(minor)
}

/** What the form says, or which of it cannot be read. */
export const readIntake = (form: IntakeForm, currency: string): Answer<Intake> => {
  const quote = readPaid(form.quote, currency)
  if (!quote.ok) return quote
  const paid = readPaid(form.paid, currency)
  if (!paid.ok) return paid
  const promised = form.promised.trim()
  const at = promised === '' ? null : Date.parse(promised)
  if (at !== null && Number.isNaN(at)) return failed('intake.time', { text: promised })
  const hasMoney = quote.value !== null || paid.value !== null
  return done({
    condition: form.condition,
    conditionNote: form.conditionNote.trim(),
    left: form.left,
    leftNote: form.leftNote.trim(),
    proof: form.proof,
    promisedAt: at === null ? null : new Date(at).toISOString(),
    quote: quote.value,
    paid: paid.value,
    currency: hasMoney ? currency : '',
  })
}
