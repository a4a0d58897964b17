import { doubtClock, isDoubted, type ClockDoubt } from '../core/clock-doubt.ts'
import { cleanDeviceText } from '../core/device-text.ts'
import { done, failed, type Answer, type FailureCode } from '../core/failure.ts'
import { isPlayed, phoneKeyOf, type Inspection, type ListedPhone } from '../core/phone.ts'
import type { Reading } from '../core/reading.ts'
import { readPhonesTime } from '../core/workstation-clock.ts'
import type { BenchView, InspectionView } from '../contract/views.ts'
import type { Ticket } from '../core/ticket.ts'
import type { Bench, BenchState, PhoneLink } from '../device/phone-link.ts'
import type { Store } from '../storage/store.ts'
import { viewPlace, type Place } from './bench-place.ts'
import { givePhone } from './change-ticket.ts'
import { linkWhile } from './link-while.ts'
import { inspectPhone, readingsOf, type Arrival } from './inspect-phone.ts'
import { keepArrival } from './keep-arrival.ts'
import { goneWithSerial, isKnownBySerial } from './known-by-serial.ts'
import { readingTurns } from './reading-turns.ts'
import type { Speech } from './ticket-view.ts'

/** Why a ticket does not take a phone: it is over, or is about another one. */
const NOT_THEIRS: ReadonlySet<FailureCode> = new Set(['ticket.closed', 'ticket.has-phone', 'ticket.unknown'])

/** Phones that are unplugged stay on the screen while somebody may wait for them, so many at most. */
const MOST_GONE = 8

export type BenchFollower = {
  readonly view: () => BenchView
  /** Reads the phone again; false when there is no such phone or it is not ready. */
  readonly read: (key: string) => boolean
  readonly inspectionIdOf: (key: string) => string | null
  /** A ticket was opened on a phone. */
  readonly tie: (key: string, ticketId: string) => void
  /** A ticket was closed or reopened: its phone is done with it, or belongs to it again. */
  readonly ticketMoved: (ticket: Pick<Ticket, 'id' | 'state' | 'device'>) => void
  readonly phoneOf: (ticketId: string) => string | null
  /** A way to read the connected phone of a ticket; null when none is there and ready. */
  readonly linkOf: (ticketId: string) => PhoneLink | null
  readonly close: () => Promise<void>
}

type Surroundings = {
  readonly bench: Bench
  readonly store: Store
  readonly speech: Speech
  readonly appVersion: string
  readonly newId: () => string
  /** The bench has changed, and what is in its view is saved. */
  readonly changed: () => void
  /** A phone of this ticket was read further. */
  readonly ticketRead: (ticketId: string) => void
  readonly onBug: (error: unknown) => void
  /** What is known of this computer's own clock; null: nothing. */
  readonly ownClock?: () => Reading<number> | null
}

/** Follows the phones on the bench: reads each as soon as it is ready, saves what arrives, and shows what is saved. */
export const followBench = (given: Surroundings): BenchFollower => {
  const { bench, store, speech } = given
  const places = new Map<string, Place>()
  const running = new Set<Promise<void>>()
  const ownClock = given.ownClock ?? (() => null)
  let server = bench.state().server

  /** Saves what has arrived; a failure ends the reading, so that nothing is shown that is not kept. */
  const save = async (place: Place, id: string, arrival: Arrival): Promise<Answer<unknown>> => {
    const training = isPlayed(place.phone)
    let bySerial = true
    const device = await keepArrival(store, { id, phone: place.phone, training }, arrival, (serial) => {
      place.saidSerial = serial
      bySerial = isKnownBySerial(places.values(), place, serial)
      return { deviceId: place.deviceId, ticketId: place.ticketId, bySerial }
    })
    if (!device.ok || device.value === null) return device
    place.deviceId = device.value
    const seen = training ? done([]) : await store.seenBefore({ deviceId: device.value })
    if (seen.ok) place.seen = seen.value
    const ticket = await store.openTicketOfDevice(device.value)
    if (!ticket.ok) return ticket
    // Of a phone that its serial does not tell, what stands on the bench is known better than what the record finds.
    const isFound = bySerial ? ticket.value !== null : ticket.value === place.ticketId
    if (isFound || place.ticketId === null) {
      place.ticketId = ticket.value
      return ticket
    }
    // Its ticket was opened before it could be read.
    const taken = await givePhone(store, place.ticketId, id)
    if (taken.ok || !NOT_THEIRS.has(taken.failure.code)) return taken
    // A phone that its serial does not tell stays with the ticket that it was given on the bench.
    if (bySerial || taken.failure.code !== 'ticket.has-phone') place.ticketId = null
    return ticket
  }

  const show = (place: Place, id: string, soFar: Inspection, before: InspectionView | null): void => {
    const entries = { ...before?.entries, ...soFar.entries }
    place.inspection = { ...soFar, id, entries, readings: readingsOf(entries) }
    given.changed()
    if (place.ticketId !== null) given.ticketRead(place.ticketId)
  }

  /** Real phones that are here and have been read. */
  const inspected = (): readonly (readonly [Place, InspectionView])[] =>
    [...places.values()].flatMap((place) =>
      place.gone || isPlayed(place.phone) || place.inspection === null
        ? []
        : [[place, place.inspection] as const],
    )
  const clockDoubt = (): ClockDoubt | null =>
    doubtClock(
      inspected().map(([, { readings }]) => readings),
      ownClock(),
    )

  /**
   * Phones that agree against this computer: that goes with what was read of each of them, as it changes what their
   * clocks mean, also when one of them is alone again.
   */
  const settleClock = async (): Promise<void> => {
    const doubt = clockDoubt()
    if (doubt === null || doubt.phones === 0) return
    const fresh = {
      id: 'clock.workstation',
      reading: readPhonesTime(doubt),
      sections: [],
      at: new Date().toISOString(),
    } as const
    for (const [place, inspection] of inspected()) {
      const { readings, entries } = inspection
      if (readings['clock.workstation'] !== undefined || !isDoubted(readings, doubt)) continue
      const kept = await store.addReadings(inspection.id, [], [fresh])
      if (!kept.ok || place.inspection !== inspection) continue
      const entry = { reading: fresh.reading, raw: cleanDeviceText(''), at: fresh.at }
      show(place, inspection.id, { ...inspection, entries: { ...entries, [fresh.id]: entry } }, null)
    }
  }

  const inspect = async (place: Place, stop: AbortController): Promise<void> => {
    const id = given.newId()
    // While the phone is read again, what is not there yet is shown as it was the last time.
    const before = place.inspection
    // A reading that was replaced by a newer one is kept all the same, and shown no more.
    const isCurrent = (): boolean => place.reading === stop || place.reading === null
    place.progress = 'reading'
    place.unsaved = null
    // The phone is asked meanwhile: what it answers is kept once this is.
    const begun: Promise<Answer<unknown>> = store.beginInspection({
      id,
      phone: place.phone,
      training: isPlayed(place.phone),
      startedAt: new Date().toISOString(),
      appVersion: given.appVersion,
    })
    let kept = begun
    const keep = (work: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> => {
      kept = kept.then((before) => (before.ok ? work() : before))
      return kept
    }
    given.changed()
    const link = bench.open(place.phone)
    const read = await inspectPhone(
      link,
      place.phone,
      stop.signal,
      speech.say,
      async (arrival, soFar) => {
        const saved = await keep(() => save(place, id, arrival))
        if (!saved.ok) stop.abort('cancelled')
        else if (isCurrent()) show(place, id, soFar, before)
      },
      // What was recorded was measured against the clock of that time.
      isPlayed(place.phone) ? null : ownClock(),
    )
    const { tookMs, roundTrips, stopped } = read
    const ended = await keep(() => store.endInspection(id, { tookMs, roundTrips, stopped }))
    if (place.reading !== stop) return
    place.reading = null
    place.progress = ended.ok && stopped === null ? 'read' : 'stopped'
    if (ended.ok) {
      show(place, id, read, null)
      await settleClock()
    } else {
      place.unsaved = ended.failure
      given.changed()
    }
  }

  const start = (place: Place): void => {
    const stop = new AbortController()
    place.reading?.abort('cancelled')
    place.reading = stop
    const work = inspect(place, stop)
      .catch((error: unknown) => {
        given.onBug(error)
        if (place.reading !== stop) return
        place.reading = null
        place.progress = 'stopped'
        place.unsaved = failed('bug', { what: 'reading' }).failure
        given.changed()
      })
      .finally(() => {
        running.delete(work)
        turns.ended()
      })
    running.add(work)
  }
  const turns = readingTurns<Place>(() => running.size, start)

  /** The phone stays known for a while: its ticket may be half written, or the cable was pulled by mistake. */
  const leave = (place: Place): void => {
    turns.giveUp(place)
    // Nothing was read of it and nobody waits for it: it would stay as a ghost.
    if (place.progress === 'waiting' && place.inspection === null && place.ticketId === null) {
      places.delete(phoneKeyOf(place.phone))
      return
    }
    place.reading?.abort('unplugged')
    place.here.abort('unplugged')
    if (place.progress === 'reading') place.progress = 'stopped'
    place.gone = true
    const gone = [...places].filter(([, other]) => other.gone)
    for (const [old] of gone.slice(0, Math.max(0, gone.length - MOST_GONE))) places.delete(old)
  }

  const arrive = (phone: ListedPhone): void => {
    const key = phoneKeyOf(phone)
    const before = places.get(key)
    if (before && !before.gone) {
      const wasReady = before.phone.state === 'device'
      before.phone = phone
      if (phone.state === 'device' && !wasReady) turns.ask(before)
      if (phone.state !== 'device' && wasReady) {
        turns.giveUp(before)
        before.here.abort('unplugged')
        before.here = new AbortController()
        before.reading?.abort('unplugged')
        before.reading = null
        before.progress = before.progress === 'reading' ? 'stopped' : 'waiting'
      }
      return
    }
    // The same phone again: it takes the place of the one that was pulled out, where somebody waits for it with what was
    // read of it until now.
    const left = goneWithSerial(places.values(), phone)
    if (left) places.delete(phoneKeyOf(left.phone))
    const again = left && (left.progress !== 'read' || left.ticketId !== null) ? left : null
    const place: Place = {
      phone,
      gone: false,
      progress: 'waiting',
      unsaved: null,
      inspection: again?.inspection ?? null,
      saidSerial: null,
      deviceId: again?.deviceId ?? null,
      ticketId: again?.ticketId ?? null,
      seen: again?.seen ?? [],
      reading: null,
      here: new AbortController(),
    }
    places.set(key, place)
    if (phone.state === 'device') turns.ask(place)
  }

  const take = (state: BenchState): void => {
    server = state.server
    const here = new Set(state.phones.map(phoneKeyOf))
    for (const [key, place] of places) if (!place.gone && !here.has(key)) leave(place)
    for (const phone of state.phones) arrive(phone)
    given.changed()
  }
  const stopFollowing = bench.onChange(take)
  take(bench.state())

  return {
    view: () => {
      return {
        server,
        phones: [...places.values()].map((place) => viewPlace(place, speech)),
        clockDoubt: clockDoubt(),
      }
    },
    read: (key) => {
      const place = places.get(key)
      if (!place || place.gone || place.phone.state !== 'device') return false
      turns.giveUp(place)
      start(place)
      return true
    },
    inspectionIdOf: (key) => places.get(key)?.inspection?.id ?? null,
    tie: (key, ticketId) => {
      const place = places.get(key)
      if (place) place.ticketId = ticketId
      given.changed()
    },
    ticketMoved: ({ id, state, device }) => {
      for (const [key, place] of places) {
        if (state === 'closed' && place.ticketId === id) {
          place.ticketId = null
          if (place.gone) places.delete(key)
        }
        if (state !== 'closed' && place.ticketId === null && device !== null && place.deviceId === device.id)
          place.ticketId = id
      }
      given.changed()
    },
    phoneOf: (ticketId) =>
      [...places].find(([, place]) => place.ticketId === ticketId && !place.gone)?.[0] ?? null,
    linkOf: (ticketId) => {
      const place = [...places.values()].find((each) => each.ticketId === ticketId && !each.gone)
      return place?.phone.state === 'device' ? linkWhile(bench.open(place.phone), place.here.signal) : null
    },
    close: async () => {
      stopFollowing()
      turns.close()
      for (const place of places.values()) place.reading?.abort('cancelled')
      await Promise.allSettled(running)
    },
  }
}
