import { done, failed, type Answer, type Failure } from '../core/failure.ts'
import {
  CLOSE_RESULTS,
  CONSENTS,
  NOTHING_TYPED,
  OUTCOMES,
  TICKET_STATES,
  VERIFICATIONS,
  WAITS,
  type Consent,
} from '../core/ticket.ts'
import { workedFixes } from '../core/worked-fixes.ts'
import type { Say } from '../core/words/index.ts'
import type { TicketRowView, TicketView } from '../contract/views.ts'
import { newId } from '../storage/ids.ts'
import { closeTicket, letWait, reopenTicket, resumeTicket, setReady } from '../usecases/change-ticket.ts'
import { MOST_TOGETHER, recordAttempt } from '../usecases/record-attempt.ts'
import { keepArrival } from '../usecases/keep-arrival.ts'
import { openTicket } from '../usecases/open-ticket.ts'
import { markRework } from '../usecases/rework.ts'
import { addNote } from '../usecases/notes.ts'
import { listTickets } from '../usecases/list-tickets.ts'
import { showTicket, type TicketDesk } from '../usecases/show-ticket.ts'
import type { Reach } from './reach.ts'
import { paper } from './paper-command.ts'
import { probe, type Printed } from './phone-commands.ts'
import { watch } from './watch-command.ts'
import { oneOf, type Line } from './words.ts'

/** Advice in it rests on the starting guesses, as the text says too (see `fromGuesses`). */
const plain = ({
  inspection: _,
  diagnosis: __,
  phoneKey: ___,
  comparedWith: ____,
  ...ticket
}: TicketView): unknown => ({ ...ticket, adviceFrom: 'starting-guesses' })

/** A ticket cannot be opened without a name: whoever has none was erased. */
const row = (ticket: TicketRowView, say: Say): string =>
  `${ticket.number}  ${ticket.state.padEnd(10)}  ${ticket.customer.name || say('screen.ticket.erased')}  ${ticket.device?.model ?? ''}  ${workedFixes(ticket).join(' or ')}`

const printTicket = (answer: Answer<TicketView>, say: Say): Answer<Printed> =>
  answer.ok
    ? done({
        json: plain(answer.value),
        text: [
          row(answer.value, say),
          ...answer.value.history.map(({ at, what }) => `  ${at}  ${what}`),
        ].join('\n'),
      })
    : answer

/**
 * What the shop's closed tickets teach takes about 5 ms a ticket to work out, too long for one command: the advice that
 * is kept with the ticket here rests on the starting guesses, and whoever reads the answer is told.
 */
const fromGuesses = (answer: Answer<Printed>, say: Say): Answer<Printed> =>
  answer.ok ? done({ ...answer.value, text: `${answer.value.text}\n${say('cli.from-guesses')}` }) : answer

/** Reads the phone of a new ticket and keeps the inspection; its id, or why it could not be read. */
const readForTicket = async (
  desk: TicketDesk,
  line: Line,
  reach: Reach,
  say: Say,
  version: string,
): Promise<Answer<{ readonly id: string; readonly cutShort: Failure | undefined }>> => {
  const id = newId()
  // A recording makes no claim about the phone that it was made of.
  const training = line.values.replay !== undefined
  const record: { kept: Answer<unknown> | null } = { kept: null }
  const read = await probe(line, reach, say, async (arrival, { phone, startedAt }) => {
    record.kept ??= await desk.store.beginInspection({
      id,
      phone: { ...phone, product: null, codename: null },
      training,
      startedAt,
      appVersion: version,
    })
    if (record.kept.ok) record.kept = await keepArrival(desk.store, { id, phone, training }, arrival)
  })
  if (!read.ok) return read
  if (record.kept?.ok === false) return record.kept
  const { inspection } = read.value
  const ended = await desk.store.endInspection(id, inspection)
  return ended.ok ? done({ id, cutShort: read.value.failure }) : ended
}

const open = async (
  desk: TicketDesk,
  line: Line,
  reach: Reach,
  say: Say,
  version: string,
): Promise<Answer<Printed>> => {
  const { customer = '', phone = '', said = '', serial, consent = '', symptoms = '' } = line.values
  const consents: Consent[] = []
  for (const word of consent.split(',').filter((part) => part !== '')) {
    const known = oneOf('consent', word, CONSENTS)
    if (!known.ok) return known
    consents.push(known.value)
  }
  if (customer.trim() === '') return failed('ticket.customer-missing')
  const read = serial === undefined ? null : await readForTicket(desk, line, reach, say, version)
  if (read?.ok === false) return read
  const opened = await openTicket(desk, {
    customerName: customer,
    phoneNumber: phone,
    said,
    symptoms: symptoms.split(',').filter((part) => part !== ''),
    struck: [],
    consents,
    inspectionId: read?.value.id ?? null,
    device: { ...NOTHING_TYPED, imei: line.values.imei ?? '' },
  })
  if (!opened.ok) return opened
  const { id, number } = opened.value
  const failure = read?.value.cutShort
  return done({ json: { id, number }, text: `${number} opened`, ...(failure && { failure }) })
}

const list = async (desk: TicketDesk, line: Line): Promise<Answer<Printed>> => {
  const { search = '', state, limit = '50' } = line.values
  const wanted = state === undefined ? done(null) : oneOf('state', state, TICKET_STATES)
  if (!wanted.ok) return wanted
  const most = Number(limit)
  if (!Number.isInteger(most) || most < 1 || most > 10_000) {
    return failed('input.invalid', { field: '--limit', why: 'it has to be a whole number from 1 to 10000' })
  }
  const found = await listTickets(desk.store, { search, state: wanted.value, limit: most }, desk.speech)
  if (!found.ok) return found
  return done({
    json: found.value,
    text: found.value.tickets.map((each) => row(each, desk.speech.say)).join('\n') || 'No tickets.',
  })
}

const wholeMinutes = (text: string | undefined): Answer<number | null> => {
  if (text === undefined) return done(null)
  return /^\d{1,4}$/u.test(text)
    ? done(Number(text))
    : failed('input.invalid', { field: '--minutes', why: 'it has to be a whole number' })
}

export const ticket = async (
  desk: TicketDesk,
  line: Line,
  reach: Reach,
  say: Say,
  version: string,
): Promise<Answer<Printed>> => {
  const [, verb, id] = line.words
  const { fix, outcome, verified, result } = line.values
  if (verb === 'open') return fromGuesses(await open(desk, line, reach, say, version), say)
  if (verb === 'list') return list(desk, line)
  if (id === undefined)
    return failed('input.invalid', { field: 'ticket', why: 'name what to do and the ticket; see --help' })
  switch (verb) {
    case 'show':
      return printTicket(await showTicket(desk, id), say)
    case 'reopen':
      return fromGuesses(printTicket(await reopenTicket(desk, id), say), say)
    case 'rework': {
      const of = line.values.of
      return of === undefined
        ? failed('input.invalid', { field: '--of', why: 'name the first ticket, such as T-0412' })
        : printTicket(await markRework(desk, id, of), say)
    }
    case 'note':
      return printTicket(await addNote(desk, id, line.values.text ?? ''), say)
    case 'resume':
      return printTicket(await resumeTicket(desk, id), say)
    case 'wait': {
      const wanted = oneOf('for', line.values.for, WAITS)
      return wanted.ok ? printTicket(await letWait(desk, id, wanted.value), say) : wanted
    }
    case 'ready': {
      const wanted = oneOf('result', result, CLOSE_RESULTS)
      return wanted.ok ? printTicket(await setReady(desk, id, wanted.value), say) : wanted
    }
    case 'close': {
      const wanted = oneOf('result', result, CLOSE_RESULTS)
      return wanted.ok ? printTicket(await closeTicket(desk, id, wanted.value), say) : wanted
    }
    case 'paper':
      return paper(desk, id, line)
    case 'watch':
      return watch(desk, id, line, reach, say)
    case 'attempt': {
      const how = oneOf('outcome', outcome, OUTCOMES)
      if (!how.ok) return how
      const seen = oneOf('verified', verified, VERIFICATIONS)
      if (!seen.ok) return seen
      // Several were done before one sign-in try, and have one outcome between them.
      const [first, ...others] = (fix ?? []).flatMap((each) => each.split(',')).filter((each) => each !== '')
      if (first === undefined)
        return failed('input.invalid', { field: '--fix', why: 'name the fix, such as FX24' })
      if (others.length >= MOST_TOGETHER)
        return failed('input.invalid', { field: '--fix', why: `name ${String(MOST_TOGETHER)} at most` })
      const minutes = wholeMinutes(line.values.minutes)
      if (!minutes.ok) return minutes
      return fromGuesses(
        printTicket(
          await recordAttempt(desk, {
            id,
            fix: first,
            with: others,
            outcome: how.value,
            verified: seen.value,
            minutes: minutes.value,
          }),
          say,
        ),
        say,
      )
    }
    default:
      return failed('command.unknown', { name: `ticket ${String(verb)}` })
  }
}
