import type { Knowledge } from '../knowledge.ts'
import {
  causeSchema,
  checkSchema,
  fixSchema,
  symptomSchema,
  type Cause,
  type Check,
  type Fix,
  type Symptom,
} from '../schema.ts'
import type { Often } from './own-kinds.ts'
import type { OwnCause, OwnCheck, OwnFix, OwnMessage } from './own-record.ts'

/** Between the rarest and the commoner shipped causes. */
const PRIOR = { rare: 0.005, sometimes: 0.015, often: 0.04 } as const satisfies Record<Often, number>
/** The chance that the cause brings the message about. */
const SHOWS = { rare: 0.08, sometimes: 0.3, often: 0.7 } as const satisfies Record<Often, number>
/** The chance that a check fails where the cause is there, and where none of its causes is. */
const FAILS = { rare: 0.2, sometimes: 0.5, often: 0.9 } as const satisfies Record<Often, number>
const CHECK_LEAK = 0.05
/** An own message is specific, or nobody would have written it down; what it says is still one shop's word. */
const LEAK = 0.01

const record = (id: string, title: string) => ({
  id,
  covers: [],
  source: ['own'],
  trust: 'B',
  title: { en: title },
})

// Every own record goes through the same strict schema as the shipped ones.
export const symptomOf = ({ id, title }: OwnMessage): Symptom =>
  symptomSchema.parse({ ...record(id, title), leak: LEAK })

export const causeOf = ({ id, title, about, often, shows }: OwnCause): Cause =>
  causeSchema.parse({
    ...record(id, title),
    about: { en: about },
    prior: PRIOR[often],
    shows: Object.fromEntries(shows.map((each) => [`symptom:${each.symptom}`, SHOWS[each.often]])),
  })

export const checkOf = ({ id, title, steps, minutes, passes, fails }: OwnCheck): Check =>
  checkSchema.parse({
    ...record(id, title),
    steps: { en: steps },
    minutes,
    leak: CHECK_LEAK,
    passes: { en: passes },
    fails: { en: fails },
  })

/** A cause with what own checks show of it; the shipped one itself where none does. */
export const causeWithChecks = (cause: Cause, checks: readonly OwnCheck[]): Cause => {
  const shown = checks.flatMap(({ id, tells }) =>
    tells.flatMap((each) => (each.cause === cause.id ? [[`check:${id}`, FAILS[each.often]] as const] : [])),
  )
  return shown.length === 0 ? cause : { ...cause, shows: { ...cause.shows, ...Object.fromEntries(shown) } }
}

export const fixOf = (
  { id, title, steps, minutes, risk, caution, helps }: OwnFix,
  { signInMinutes }: Knowledge,
): Fix =>
  fixSchema.parse({
    ...record(id, title),
    steps: { en: steps },
    minutes: minutes + signInMinutes,
    costsAttempt: true,
    risk,
    ...(caution !== '' && { caution: { en: caution } }),
    fixes: Object.fromEntries(helps.map(({ cause, chance }) => [cause, chance])),
  })
