import type { Inspection, ListedPhone, ReadingEntry, StopReason } from '../core/phone.ts'
import { evidenceOf, keptText, readReady, readRest, RESTS_ON, SECTIONS } from '../core/probes/index.ts'
import type { SectionOutput } from '../core/probes/probe.ts'
import type { Reading, ReadingId, Readings } from '../core/reading.ts'
import type { Say } from '../core/words/index.ts'
import type { LinkEnd, PhoneLink } from '../device/phone-link.ts'
import type { StoredReading } from '../storage/store.ts'

/** Raw text shown with a reading, at most; the record keeps all of it. */
export const LONGEST_RAW = 4000

/** Readings that have just become known, with the ids of the sections that they rest on. */
export type FreshReading = StoredReading & { readonly id: ReadingId }

/** What has newly arrived: to be saved before it is shown. */
export type Arrival = {
  readonly sections: readonly SectionOutput[]
  readonly readings: readonly FreshReading[]
}

const listReadings = (readings: Readings): readonly (readonly [ReadingId, Reading<unknown>])[] =>
  Object.entries(readings).flatMap(([id, reading]) =>
    reading === undefined ? [] : [[id as ReadingId, reading] as const],
  )

/** Turns sections into readings as they arrive: each reading once, when all that it rests on is there. */
const collector = (say: Say) => {
  const sections = new Map<string, SectionOutput>()
  const entries: Record<string, ReadingEntry> = {}
  const take = (readings: Readings, now: string): readonly FreshReading[] => {
    // Readings of one probe rest on the same text.
    const shown = new Map<readonly string[] | undefined, Pick<ReadingEntry, 'raw' | 'at'>>()
    const show = (id: ReadingId): Pick<ReadingEntry, 'raw' | 'at'> => {
      const { raw, at } = evidenceOf(id, sections, LONGEST_RAW)
      return {
        raw,
        at: at === null ? now : new Date(at).toISOString(),
      }
    }
    return listReadings(readings).map(([id, reading]) => {
      const needs = RESTS_ON.get(id)
      const { raw, at } = shown.get(needs) ?? show(id)
      shown.set(needs, { raw, at })
      entries[id] = { reading, raw, at }
      return { id, reading, sections: needs ?? [], at }
    })
  }
  return {
    entries,
    add: (output: SectionOutput): readonly FreshReading[] => {
      sections.set(output.id, output)
      return take(readReady(sections, output.id), new Date(output.receivedAt).toISOString())
    },
    /** What was not read on the phone. */
    own: (readings: Readings, at: string): readonly FreshReading[] => take(readings, at),
    /** Nothing more will arrive: what is still waiting says why it could not be read. */
    finish: (stopped: StopReason | null, at: string): readonly FreshReading[] =>
      take(readRest(sections, say(`inspection.missing.${stopped ?? 'none'}`)), at),
  }
}

export const readingsOf = (entries: Readonly<Record<string, ReadingEntry>>): Readings =>
  Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, entry.reading])) as Readings

/**
 * Reads one phone once. `onArrival` gets everything as it arrives, in order; the next part waits until it is done with
 * the last one, and parts that arrive meanwhile come together. Never throws for what the phone does; what `onArrival`
 * throws ends the inspection and is thrown on. `ownClock` is what is known of this computer's clock, which the phone's
 * is compared with.
 */
export const inspectPhone = async (
  link: PhoneLink,
  phone: ListedPhone,
  signal: AbortSignal,
  say: Say,
  onArrival: (arrival: Arrival, soFar: Inspection) => Promise<void> | void,
  ownClock: Reading<number> | null = null,
): Promise<Inspection> => {
  const startedAt = new Date().toISOString()
  const startedMs = performance.now()
  const known = collector(say)
  const soFar = (end: LinkEnd | null): Inspection => ({
    schema: 1,
    phone: { serial: phone.serial, transportId: phone.transportId, state: phone.state, model: phone.model },
    startedAt,
    tookMs: Math.round((performance.now() - startedMs) * 10) / 10,
    roundTrips: end?.roundTrips ?? 1,
    stopped: end?.stopped ?? null,
    readings: readingsOf(known.entries),
    entries: { ...known.entries },
  })

  let pending: { sections: SectionOutput[]; readings: FreshReading[] } = { sections: [], readings: [] }
  let handing: Promise<void> = Promise.resolve()
  let failure: { error: unknown } | null = null
  const hand = (): void => {
    handing = handing
      .then(async () => {
        if (failure !== null || (pending.sections.length === 0 && pending.readings.length === 0)) return
        const arrival = pending
        pending = { sections: [], readings: [] }
        await onArrival(arrival, soFar(null))
      })
      .catch((error: unknown) => {
        failure ??= { error }
      })
  }

  // That nobody could be asked says nothing of the phone, and another phone may still tell.
  if (ownClock?.status === 'measured') {
    pending.readings.push(...known.own({ 'clock.workstation': ownClock }, startedAt))
    hand()
  }
  const end = await link.inspect(SECTIONS, signal, (output) => {
    pending.readings.push(...known.add(output))
    // Reduced to what the readings rest on before it is kept anywhere: a dump may hold other people's accounts.
    pending.sections.push({ ...output, text: keptText(output) })
    hand()
  })
  pending.readings.push(...known.finish(end.stopped, new Date().toISOString()))
  hand()
  await handing
  if (failure !== null) throw (failure as { error: unknown }).error
  return soFar(end)
}
