import { LOG_SERVICES, LOG_ERRORS, type Observation } from '../core/sign-in-watch/observation.ts'
import { sayLogged } from '../core/words/say-observation.ts'
import type { Say } from '../core/words/index.ts'
import type { TicketEvent } from '../storage/store.ts'

/** An observation as it is kept: an event of its ticket. */
export const loggedEvent = ({ at, ...details }: Observation, who: string): TicketEvent => ({
  at,
  who,
  code: 'logged',
  details,
})

/** The observation in an event; null for every other event, and for what this version has no name for. */
export const observationIn = ({ code: event, at, details }: TicketEvent): Observation | null => {
  if (event !== 'logged') return null
  const phoneTime = String(details['phoneTime'])
  const service = LOG_SERVICES.find((each) => each === details['service'])
  const error = LOG_ERRORS.find((each) => each === details['error'])
  if (service !== undefined) return { kind: 'code', service, code: Number(details['code']), phoneTime, at }
  return error === undefined ? null : { kind: 'error', error, phoneTime, at }
}

export const observationsIn = (events: readonly TicketEvent[]): readonly Observation[] =>
  events.flatMap((event) => observationIn(event) ?? [])

export const sayLoggedEvent = (event: TicketEvent, say: Say): string => {
  const seen = observationIn(event)
  return seen === null ? '' : sayLogged(seen, say)
}
