import { done, failed, type Answer, type Failure } from '../core/failure.ts'
import type { ListedPhone } from '../core/phone.ts'
import { readReady, SECTIONS } from '../core/probes/index.ts'
import type { SectionOutput } from '../core/probes/probe.ts'
import type { Say } from '../core/words/index.ts'
import { sayLogged } from '../core/words/say-observation.ts'
import type { TicketView, WatchEnd } from '../contract/views.ts'
import type { Bench, PhoneLink } from '../device/phone-link.ts'
import { linkWhile } from '../usecases/link-while.ts'
import { showTicket, type TicketDesk } from '../usecases/show-ticket.ts'
import { LONGEST_WATCH, watchSignIn, type Watch } from '../usecases/watch-sign-in.ts'
import type { Printed } from './phone-commands.ts'
import { choosePhone, reachBench, type Reach } from './reach.ts'
import type { Line } from './words.ts'

/** How a watch that did not come to its end is told; null where nothing is wrong with it. */
const endFailure = (end: WatchEnd): Failure | null => {
  switch (end) {
    case 'unplugged':
      return failed('phone.gone').failure
    case 'silent':
      return failed('phone.silent').failure
    case 'flood':
      return failed('phone.flood').failure
    case 'no-log':
      return failed('watch.no-log').failure
    default:
      return null
  }
}

/** The phone's own word for its serial, as an inspection reads it. */
const serialOf = async (link: PhoneLink, signal: AbortSignal): Promise<string | null> => {
  const sections = new Map<string, SectionOutput>()
  const wanted = SECTIONS.filter(({ id }) => id === 'getprop')
  await link.inspect(wanted, signal, (output) => sections.set(output.id, output))
  const serial = sections.has('getprop') ? readReady(sections, 'getprop')['phone.serial'] : undefined
  return serial?.status === 'measured' ? serial.value : null
}

/** Consent is given for one phone: another one on the cable is not looked at. */
const isPhoneOf = async (
  { device }: TicketView,
  phone: ListedPhone,
  link: PhoneLink,
  signal: AbortSignal,
): Promise<boolean> =>
  device !== null && (device.serial === phone.serial || device.serial === (await serialOf(link, signal)))

const print = ({ end, seen }: Watch, number: string, say: Say): Printed => {
  const failure = endFailure(end)
  const lines = seen.map((one) => `  ${one.at}  ${sayLogged(one, say)}`)
  return {
    json: { number, end, observations: seen },
    text: [say('watch.end', { end: end.replaceAll('-', '_'), seen: seen.length }), ...lines].join('\n'),
    ...(failure && { failure }),
  }
}

const watchOn = async (
  desk: TicketDesk,
  ticket: TicketView,
  bench: Bench,
  line: Line,
  seconds: number,
  say: Say,
): Promise<Answer<Printed>> => {
  const { number } = ticket
  const phone = choosePhone(bench.state(), line.values, say)
  if (!phone.ok) return phone
  const gone = new AbortController()
  bench.onChange(({ phones }) => {
    if (!phones.some(({ transportId }) => transportId === phone.value.transportId)) gone.abort('unplugged')
  })
  const link = linkWhile(bench.open(phone.value), gone.signal)
  const stop = new AbortController()
  const stopNow = (): void => stop.abort('stopped')
  if (!(await isPhoneOf(ticket, phone.value, link, stop.signal)))
    return failed('watch.other-phone', { number })
  process.once('SIGINT', stopNow)
  process.stderr.write(`${say('watch.running')}\n`)
  const watched = await watchSignIn(desk, ticket.id, link, {
    seconds,
    signal: stop.signal,
    saved: () => undefined,
  })
  process.removeListener('SIGINT', stopNow)
  return watched.ok ? done(print(watched.value, number, say)) : watched
}

/** Follows one sign-in from a terminal; Ctrl+C ends it as Stop does in the window. */
export const watch = async (
  desk: TicketDesk,
  id: string,
  line: Line,
  reach: Reach,
  say: Say,
): Promise<Answer<Printed>> => {
  const seconds = Number(line.values.seconds ?? LONGEST_WATCH)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_WATCH) {
    const why = `it has to be a whole number from 1 to ${String(LONGEST_WATCH)}`
    return failed('input.invalid', { field: '--seconds', why })
  }
  const ticket = await showTicket(desk, id)
  if (!ticket.ok) return ticket
  const { number, state, consents } = ticket.value
  // Said before any phone is looked for.
  if (state === 'closed') return failed('ticket.closed', { number })
  if (!consents.includes('read')) return failed('watch.no-consent', { number })
  const bench = await reachBench(reach)
  try {
    return await watchOn(desk, ticket.value, bench, line, seconds, say)
  } finally {
    await bench.close()
  }
}
