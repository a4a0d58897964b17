import { cleanDeviceText } from '../../src/core/device-text.ts'
import { done, failed, type Answer } from '../../src/core/failure.ts'
import { EMPTY_INTAKE } from '../../src/core/intake.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import type { ListedPhone, PhoneState, StopReason } from '../../src/core/phone.ts'
import type { SectionOutput } from '../../src/core/probes/probe.ts'
import { speak } from '../../src/core/words/index.ts'
import type { Bench, BenchState, LinkEnd, PhoneLink } from '../../src/device/phone-link.ts'
import type { Advice, NewInspection, Store, StoredReading, StoredTicket } from '../../src/storage/store.ts'
import type { Speech } from '../../src/usecases/ticket-view.ts'

export const valueOf = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

export const speech: Speech = { knowledge: SHIPPED, language: 'en', say: speak('en') }

export const listed = (transportId: number, serial: string, state: PhoneState = 'device'): ListedPhone => ({
  serial: cleanDeviceText(serial),
  transportId,
  state,
  model: null,
  product: null,
  codename: null,
})

export const section = (id: string, text: string, complete = true): SectionOutput => ({
  id,
  command: id,
  text,
  exitCode: complete ? 0 : null,
  complete,
  sentAt: 1_790_000_000_000,
  receivedAt: 1_790_000_000_010,
})

export const CLOCK = section('clock', '1789740800.000000000\n')
export const getprop = (serial: string): SectionOutput =>
  section('getprop', `[ro.serialno]: [${serial}]\n[ro.product.model]: [M ${serial}]\n`)

/** Lets everything that waits only for promises go on. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** One reading of a phone, played by hand; ends by itself when it is aborted, as a real link does. */
export type Play = {
  readonly phone: ListedPhone
  readonly signal: AbortSignal
  send(...outputs: readonly SectionOutput[]): Promise<void>
  end(stopped?: StopReason | null): Promise<void>
}

/** For links that a test asks no log of. */
export const noLog: PhoneLink['follow'] = () => {
  throw new Error('this test follows no log')
}

export const playedLink = (phone: ListedPhone, begun: (play: Play) => void): PhoneLink => ({
  follow: noLog,
  inspect: (_, signal, onSection) =>
    new Promise<LinkEnd>((resolve) => {
      const finish = (stopped: StopReason | null): void => resolve({ stopped, roundTrips: 1, detail: null })
      const aborted = (): void => finish(signal.reason === 'unplugged' ? 'unplugged' : 'cancelled')
      signal.addEventListener('abort', aborted)
      if (signal.aborted) aborted()
      begun({
        phone,
        signal,
        send: (...outputs) => {
          for (const output of outputs) onSection(output)
          return settled()
        },
        end: (stopped = null) => {
          finish(stopped)
          return settled()
        },
      })
    }),
})

export const fakeBench = () => {
  const listeners = new Set<(state: BenchState) => void>()
  const server = { state: 'running', version: 41, port: 1 } as const
  let state: BenchState = { server, phones: [] }
  const plays: Play[] = []
  const bench: Bench = {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: (phone) => playedLink(phone, (play) => plays.push(play)),
    close: () => Promise.resolve(),
  }
  /** The phones that are on the bench from now on. */
  const put = (...phones: readonly ListedPhone[]): Promise<void> => {
    state = { server, phones }
    for (const listener of listeners) listener(state)
    return settled()
  }
  return { bench, plays, put, listeners }
}

export type KeptInspection = NewInspection & {
  device: string | null
  readonly sections: SectionOutput[]
  readonly readings: StoredReading[]
  end: { readonly stopped: StopReason | null } | null
}

const unused = (): never => {
  throw new Error('this test needs no such thing of the store')
}

/** A store that lives in memory; `over` replaces what a test is about. */
export const fakeStore = (over: Partial<Store> = {}) => {
  const inspections = new Map<string, KeptInspection>()
  const tickets = new Map<string, StoredTicket>()
  const ticketOfDevice = new Map<string, string>()
  const drafts = new Map<string, string>()
  const own = new Map<string, { readonly body: unknown; readonly savedAt: string }>()
  const advice: string[] = []
  const advised = new Map<string, Advice['causes']>()
  const settings = new Map<string, string>()
  const kept = (id: string): KeptInspection => inspections.get(id) ?? unused()
  const store: Store = {
    openTicket: (given) => {
      const number = `T-${String(tickets.size + 1).padStart(4, '0')}`
      const ticket: StoredTicket = {
        id: number,
        number,
        state: 'diagnosing',
        result: null,
        waiting: null,
        intake: given.intake ?? EMPTY_INTAKE,
        warranty: null,
        reworkOf: null,
        openedAt: given.at,
        closedAt: null,
        customer: { id: 'c', name: given.customerName, phone: given.customerPhone },
        device: null,
        said: given.said,
        symptoms: given.symptoms,
        checks: {},
        consents: given.consents,
        attempts: [],
        workedFix: null,
        workedTogether: [],
        training: false,
        revision: 1,
        events: [{ id: 'e1', at: given.at, who: given.who, code: 'opened', details: {} }],
      }
      tickets.set(number, ticket)
      return Promise.resolve(done(ticket))
    },
    ticket: (id) => Promise.resolve(done(tickets.get(id) ?? null)),
    changeTicket: (id, decide) => {
      const before = tickets.get(id)
      if (!before) return Promise.resolve(failed('ticket.unknown', { id }))
      const decision = decide(before)
      if (!decision.ok) return Promise.resolve(decision)
      const { attempts = [], event, customer, reworkOf: _, ...columns } = decision.value
      const after: StoredTicket = {
        ...before,
        ...columns,
        customer: { ...before.customer, ...customer },
        revision: before.revision + 1,
        attempts: [
          ...before.attempts,
          ...attempts.map((each) => ({ ...each, bundle: attempts.length > 1 ? event.at : null })),
        ],
        events: [...before.events, { ...event, id: `e${String(before.events.length + 1)}` }],
      }
      tickets.set(id, after)
      return Promise.resolve(done(after))
    },
    tickets: unused,
    ticketPage: unused,
    seed: unused,
    openTicketOfDevice: (device) => Promise.resolve(done(ticketOfDevice.get(device) ?? null)),
    customer: unused,
    mergeCustomers: unused,
    device: unused,
    describeDevice: unused,
    seenBefore: () => Promise.resolve(done([])),
    saveAdvice: (id, _, { causes }) => {
      advice.push(id)
      // What was advised first stands before every attempt.
      if (!advised.has(id)) advised.set(id, causes)
      return Promise.resolve(done(null))
    },
    beginInspection: (inspection) => {
      inspections.set(inspection.id, { ...inspection, device: null, sections: [], readings: [], end: null })
      return Promise.resolve(done(null))
    },
    addReadings: (id, sections, readings) => {
      kept(id).sections.push(...sections)
      kept(id).readings.push(...readings)
      return Promise.resolve(done(null))
    },
    nameDevice: (id, { serial }, own) => {
      const device = own?.bySerial === false ? (own.deviceId ?? `${serial}, ${id}`) : serial
      kept(id).device = device
      return Promise.resolve(done(device))
    },
    endInspection: (id, end) => {
      kept(id).end = end
      return Promise.resolve(done(null))
    },
    inspection: unused,
    latestInspectionOfTicket: () => Promise.resolve(done(null)),
    firstInspectionOfTicket: () => Promise.resolve(done(null)),
    draft: (name) => Promise.resolve(done(drafts.get(name) ?? null)),
    saveDraft: (name, body) => {
      if (body === null) drafts.delete(name)
      else drafts.set(name, body)
      return Promise.resolve(done(null))
    },
    setting: (name) => Promise.resolve(done(settings.get(name) ?? null)),
    saveSetting: (name, value) => {
      settings.set(name, value)
      return Promise.resolve(done(null))
    },
    ownKnowledge: () => Promise.resolve(done([...own].map(([id, row]) => ({ id, ...row })))),
    changeOwnKnowledge: (savedAt, decide) => {
      const rows = () => [...own].map(([id, row]) => ({ id, ...row }))
      const decided = decide(rows())
      if (!decided.ok) return Promise.resolve(decided)
      for (const id of decided.value.remove) own.delete(id)
      for (const { id, body } of decided.value.save) own.set(id, { body, savedAt })
      return Promise.resolve(done(rows()))
    },
    closedTickets: ({ limit, since }) =>
      Promise.resolve(
        done(
          [...tickets.values()]
            .filter(({ state, training }) => state === 'closed' && !training)
            .filter(({ closedAt }) => (closedAt ?? '') >= (since ?? ''))
            .slice(-limit)
            .map(({ id, revision, closedAt }) => ({
              id,
              revision,
              closedAt: closedAt ?? '',
              cameBack: false,
            })),
        ),
      ),
    outcome: (id) => {
      const { symptoms, checks, attempts, workedFix, workedTogether } = tickets.get(id) ?? unused()
      const known = { readings: null, advised: advised.get(id) ?? null }
      return Promise.resolve(done({ symptoms, checks, attempts, workedFix, workedTogether, ...known }))
    },
    report: unused,
    forgettable: unused,
    historyLength: unused,
    idsOfPerson: unused,
    eraseCustomer: unused,
    idsOfNote: unused,
    eraseNote: unused,
    check: unused,
    close: () => Promise.resolve(),
    ...over,
  }
  return { store, inspections, tickets, ticketOfDevice, drafts, advice }
}
