import type { Knowledge } from '../knowledge/knowledge.ts'
import { drawn, happens, type Random } from '../simulation/random.ts'
import type { CloseResult, Outcome, TicketState, Verification } from '../ticket.ts'
import { inventName, inventNumber, pick } from './people.ts'
import { inventPhone, type InventedPhone } from './phones.ts'
import { inventSaying } from './sayings.ts'

export type InventedAttempt = {
  readonly fix: string
  readonly covers: readonly string[]
  readonly outcome: Outcome
  readonly verified: Verification
}

export type InventedTicket = {
  readonly said: string
  readonly symptoms: readonly string[]
  readonly state: TicketState
  readonly result: CloseResult | null
  readonly attempts: readonly InventedAttempt[]
  readonly workedFix: string | null
  /** The last of its attempts, where they are of one sign-in; else none. */
  readonly workedTogether: readonly string[]
  readonly training: boolean
}

export type InventedCustomer = {
  readonly name: string
  readonly phone: string
  readonly device: InventedPhone | null
}

export const inventCustomer = (random: Random): InventedCustomer => ({
  name: inventName(random),
  phone: happens(0.05, random) ? '' : inventNumber(random),
  device: happens(0.12, random) ? null : inventPhone(random),
})

/** As often as each cause comes, the fixes that remove it; the last one worked, unless nothing did. */
const inventAttempts = ({ causes, fixes }: Knowledge, random: Random): readonly InventedAttempt[] => {
  const cause = pick(causes, random)
  const helping = fixes.filter(({ fixes: removes }) => removes[cause.id] !== undefined)
  const tried = drawn(helping.length > 0 ? helping : fixes, 1 + Math.floor(random() * 3), random)
  const worked = happens(0.85, random) ? tried.length - 1 : -1
  return tried.map(({ id, covers }, index) => {
    const outcome: Outcome = index === worked ? 'worked' : happens(0.1, random) ? 'partly' : 'failed'
    return { fix: id, covers, outcome, verified: pick(['sign-in', 'readings', 'word'] as const, random) }
  })
}

/** A case as a counter sees them; `isOpen`: one of the newest, which may still be worked on. */
export const inventTicket = (knowledge: Knowledge, isOpen: boolean, random: Random): InventedTicket => {
  const all = inventAttempts(knowledge, random)
  const attempts = isOpen ? all.slice(0, Math.floor(random() * (all.length + 1))) : all
  const workedFix = attempts.find(({ outcome }) => outcome === 'worked')?.fix ?? null
  const open = workedFix === null ? 'diagnosing' : 'fixed'
  const ended: CloseResult =
    workedFix === null ? pick(['not-fixed', 'referred', 'declined'] as const, random) : 'fixed'
  return {
    said: inventSaying(random),
    symptoms: drawn(knowledge.symptoms, Math.floor(random() * 3), random).map(({ id }) => id),
    state: isOpen ? open : 'closed',
    result: isOpen ? null : ended,
    attempts,
    workedFix,
    workedTogether: [],
    training: happens(0.01, random),
  }
}
