import type { Knowledge } from '../knowledge.ts'
import { causeSchema, fixSchema, symptomSchema, type Cause, type Fix, type Symptom } from '../schema.ts'
import type { Often } from './own-kinds.ts'
import type { OwnCause, OwnFix, OwnMessage } from './own-record.ts'

/** Between the rarest and the commoner shipped causes. */
const PRIOR = { rare: 0.005, sometimes: 0.015, often: 0.04 } as const satisfies Record<Often, number>
/** The chance that the cause brings the message about. */
const SHOWS = { rare: 0.08, sometimes: 0.3, often: 0.7 } as const satisfies Record<Often, number>
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
