import { diagnose } from '../core/diagnosis/diagnose.ts'
import { hear } from '../core/hearing/hear.ts'
import { evidenceOf } from '../core/probes/index.ts'
import { adviceFor } from '../core/knowledge/advice-for.ts'
import { findCheck, findFix, findSymptom } from '../core/knowledge/find.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import type { Former } from '../core/knowledge/own/former.ts'
import { textIn } from '../core/knowledge/text.ts'
import type { Experience } from '../core/learning/experience.ts'
import type { ReadingEntry } from '../core/phone.ts'
import type { ReadingId, Readings } from '../core/reading.ts'
import type { HistoryEntry } from '../core/ticket.ts'
import { standing, workedFixes } from '../core/worked-fixes.ts'
import type { Language, Say } from '../core/words/index.ts'
import type { InspectionView, TicketRowView, TicketView } from '../contract/views.ts'
import type { StoredInspection, StoredTicket, TicketEvent } from '../storage/store.ts'
import { LONGEST_RAW, readingsOf } from './inspect-phone.ts'
import { notesOf } from './notes-of.ts'
import { sayCorrection, sayNote } from './say-note.ts'
import { sayDevice, sayMerged } from './say-person.ts'
import { sayIntake } from './say-intake.ts'
import { observationsIn, sayLoggedEvent } from './logged-events.ts'
import { watchView } from './watch-view.ts'

/** What every use case of the desk speaks and knows. */
export type Speech = {
  readonly knowledge: Knowledge
  readonly language: Language
  readonly say: Say
  /** What the shop's closed tickets have taught so far. */
  readonly experience?: Experience | undefined
  /** Own records that were taken out again. */
  readonly former?: readonly Former[] | undefined
  /** Own messages that were written after that moment. */
  readonly messagesSince?: ((at: string) => readonly string[]) | undefined
}

const formerTitle = (id: string, { former = [] }: Speech): string =>
  former.find((each) => each.id === id)?.title ?? id

const titleOf = (speech: Speech, kind: 'fix' | 'check', id: string): string => {
  const record = kind === 'fix' ? findFix(speech.knowledge, id) : findCheck(speech.knowledge, id)
  return record ? textIn(record.title, speech.language) : formerTitle(id, speech)
}

const symptomTitles = (ids: string, speech: Speech): string =>
  ids
    .split(' ')
    .map((id) => {
      const record = findSymptom(speech.knowledge, id)
      return record ? textIn(record.title, speech.language) : formerTitle(id, speech)
    })
    .join(' · ')

type PlainCode = Exclude<
  TicketEvent['code'],
  'logged' | 'intake' | 'note' | 'corrected' | 'device' | 'merged'
>

const sayEvent = (event: TicketEvent, speech: Speech): string => {
  switch (event.code) {
    case 'logged':
      return sayLoggedEvent(event, speech.say)
    case 'intake':
      return sayIntake(event, speech.say)
    case 'note':
      return sayNote(event, speech.say)
    case 'device':
      return sayDevice(event, speech.say)
    case 'merged':
      return sayMerged(event, speech.say)
    case 'corrected':
      return sayCorrection(event, speech.say)
    default:
      return sayPlain(event.code, event, speech)
  }
}

const quoted = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join(', ')

const sayPlain = (code: PlainCode, event: TicketEvent, speech: Speech): string => {
  const { fix, check, symptoms, words, number, with: others } = event.details
  // ICU takes no hyphen in the name of a choice: "sign-in" is "sign_in" in the catalogues.
  // Older records have no reason with some.
  const choices: Record<string, string> = { why: 'none' }
  for (const [name, value] of Object.entries(event.details))
    choices[name] = String(value).replaceAll('-', '_')
  // Several fixes before one sign-in.
  if (fix !== undefined && others !== undefined)
    return speech.say('history.attempt-together', {
      minutes: 0,
      ...choices,
      fixes: quoted([String(fix), ...String(others).split(' ')].map((id) => titleOf(speech, 'fix', id))),
    })
  return speech.say(`history.${code}`, {
    minutes: 0,
    ...choices,
    ...(fix !== undefined && { fix: titleOf(speech, 'fix', String(fix)) }),
    ...(check !== undefined && { check: titleOf(speech, 'check', String(check)) }),
    // Of a ticket, not a choice.
    ...(number !== undefined && { number: String(number) }),
    // As older records have it.
    ...(words !== undefined && { known: words }),
    ...(symptoms !== undefined && { known: symptomTitles(String(symptoms), speech) }),
  })
}

export const historyOf = (ticket: StoredTicket, speech: Speech): readonly HistoryEntry[] =>
  ticket.events.map((event) => ({
    at: event.at,
    who: event.who,
    what: sayEvent(event, speech),
    ...(event.code === 'note' &&
      event.words !== undefined &&
      event.details['corrects'] === undefined && { noteId: event.id }),
  }))

export const rowView = ({ events: _, ...ticket }: StoredTicket): TicketRowView => ticket

const entriesOf = ({ sections, readings }: StoredInspection): Readonly<Record<string, ReadingEntry>> => {
  const byId = new Map(sections.map((section) => [section.id, section]))
  return Object.fromEntries(
    readings.map(({ id, reading, at }) => {
      const { raw } = evidenceOf(id as ReadingId, byId, LONGEST_RAW)
      return [id, { reading, raw, at }]
    }),
  )
}

/**
 * A stored inspection as it is shown; the raw text with each reading is made again from the sections. Readings of
 * `before`, each with its own time, stand in for those that have not come yet.
 */
export const inspectionView = (
  stored: StoredInspection,
  before: StoredInspection | null = null,
): InspectionView => {
  const entries = { ...(before && entriesOf(before)), ...entriesOf(stored) }
  const { serial, transportId, state, model } = stored.phone
  return {
    id: stored.id,
    schema: 1,
    phone: { serial, transportId, state, model },
    startedAt: stored.startedAt,
    tookMs: stored.tookMs ?? 0,
    roundTrips: stored.roundTrips ?? 1,
    // An inspection that was never ended: the app or the computer went down in the middle of it.
    stopped: stored.tookMs === null ? 'cancelled' : stored.stopped,
    readings: readingsOf(entries),
    entries,
  }
}

/** Steps whose loss the customer has agreed to since the ticket was opened, or opened again. */
const agreedIn = (events: readonly TicketEvent[]): readonly string[] => {
  const since = events.findLastIndex(({ code }) => code === 'reopened')
  return events
    .slice(since + 1)
    .flatMap(({ code, details }) => (code === 'loss-agreed' ? [String(details['fix'])] : []))
}

/** The moment at which somebody last looked at what was heard in the customer's words. */
const lookedAt = (events: readonly TicketEvent[]): string =>
  events.findLast(({ code }) => code === 'opened' || code === 'symptoms')?.at ?? ''

/** What the customer said is also heard by messages that the shop had not written yet when they said it. */
const symptomsOf = (ticket: StoredTicket, { knowledge, messagesSince }: Speech): readonly string[] => {
  const isOpen = ticket.state === 'diagnosing' || ticket.state === 'waiting'
  const fresh = isOpen ? (messagesSince?.(lookedAt(ticket.events)) ?? []) : []
  if (fresh.length === 0) return ticket.symptoms
  const heard = hear(ticket.said, knowledge).map(({ symptom }) => symptom)
  return [...new Set([...ticket.symptoms, ...heard.filter((symptom) => fresh.includes(symptom))])]
}

/** A ticket with what was read on its phone last, and what the readings that it is judged by mean. */
export const ticketView = (
  ticket: StoredTicket,
  inspection: InspectionView | null,
  judgedBy: Readings | null,
  changes: Pick<TicketView, 'changes' | 'comparedWith'>,
  { phoneKey, isWatched }: { readonly phoneKey: string | null; readonly isWatched: boolean },
  speech: Speech,
): TicketView => {
  const { events: _, ...plain } = ticket
  const symptoms = symptomsOf(ticket, speech)
  const diagnosis = diagnose(
    {
      ...(judgedBy && { readings: judgedBy }),
      symptoms,
      said: ticket.said,
      logged: observationsIn(ticket.events),
      meant: symptoms,
      checks: ticket.checks,
      attempts: standing(ticket.attempts, ticket),
    },
    speech.knowledge,
    speech.language,
    speech.experience,
  )
  const isOver = ticket.state !== 'diagnosing' && ticket.state !== 'waiting'
  const advice = isOver ? adviceFor(speech.knowledge, diagnosis.causes, workedFixes(ticket)) : []
  return {
    ...plain,
    symptoms,
    history: historyOf(ticket, speech),
    notes: notesOf(ticket.events),
    inspection,
    ...changes,
    phoneKey,
    agreedLosses: agreedIn(ticket.events),
    watch: watchView(ticket.events, isWatched, speech),
    diagnosis,
    advice: advice.map(({ id, title, text }) => ({
      id,
      title: textIn(title, speech.language),
      text: textIn(text, speech.language),
    })),
  }
}
