import { workedFixes } from '../../src/core/worked-fixes.ts'
import { tally } from '../../src/core/reports/tally.ts'
import type { DeskBridge } from '../../src/contract/bridge.ts'
import type {
  CommandAnswer,
  CommandHandlers,
  CommandInput,
  CommandName,
  CommandResult,
} from '../../src/contract/commands.ts'
import type { DeskEvent } from '../../src/contract/events.ts'
import type { LearningView } from '../../src/contract/learning-view.ts'
import type { SafetyView } from '../../src/contract/safety-views.ts'
import type {
  BenchView,
  KnowledgeView,
  SavedDraftView,
  SettingsView,
  TicketView,
} from '../../src/contract/views.ts'
import type { Diagnosis } from '../../src/core/diagnosis/diagnosis.ts'
import { EMPTY_INTAKE_FORM, readIntake } from '../../src/core/intake.ts'
import { done, failed, type Answer } from '../../src/core/failure.ts'
import {
  afterAttempt,
  afterClose,
  afterReady,
  afterReopen,
  afterResume,
  afterWait,
} from '../../src/core/ticket-moves.ts'
import { NOTHING_TYPED, ticketNumber } from '../../src/core/ticket.ts'
import { fakeSafety } from './fake-safety.ts'
import { diagnosis, inspection, knowledge, phone, ticket as aTicket } from './fake-views.ts'

export type FakeState = {
  readonly bench: BenchView
  readonly tickets: readonly TicketView[]
  readonly saved?: SavedDraftView
  /** The real one in place of made-up answers. */
  readonly engine?: {
    readonly knowledge: KnowledgeView
    readonly diagnose: (ticket: TicketView) => Diagnosis
  }
  readonly settings?: Partial<SettingsView>
  readonly learning?: LearningView
  readonly safety?: SafetyView
}

const NOTHING_LEARNT: LearningView = {
  causes: [],
  fixes: [],
  isLooking: false,
  taught: null,
  most: 500,
  since: null,
  elsewhere: null,
  calibration: { tickets: 0, first: null, rows: [] },
}

const EMPTY: SavedDraftView = {
  draft: {
    customerName: '',
    phoneNumber: '',
    said: '',
    symptoms: [],
    struck: [],
    consents: [],
    intake: EMPTY_INTAKE_FORM,
    device: NOTHING_TYPED,
    customerId: null,
    reworkOf: null,
  },
  heard: [],
  seen: [],
}

const HEARD = [
  { symptom: 'SY01', words: 'verify' },
  { symptom: 'SY02', words: 'wrong password' },
  { symptom: 'SY08', words: 'exceeded' },
] as const

/** A desk in memory: enough of the other side to walk the whole path without it. */
export const fakeDesk = (start: FakeState): DeskBridge => {
  const listeners = new Set<(event: DeskEvent) => void>()
  let { bench } = start
  let tickets = [...start.tickets]
  let saved = start.saved ?? EMPTY
  let papers: CommandResult<'paper.sizes'> = { intake: 'A4', label: 'label', 'hand-over': 'A4' }
  let settings: SettingsView = {
    theme: 'system',
    dataFolder: '/home/counter/.config/Benchside',
    adbProgram: null,
    ownAdbServer: false,
    internetTime: false,
    technicians: ['Meera', 'Tom'],
    technician: 'Meera',
    currency: 'INR',
    warrantyDays: 30,
    letterhead: '',
    adbPath: '/usr/bin/adb',
    ownServer: 'as-set',
    version: '0.1.0',
    ...start.settings,
  }
  const push = (event: DeskEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const setBench = (view: BenchView): Answer<null> => {
    bench = view
    push({ name: 'bench.changed', view })
    return done(null)
  }
  const keep = (view: TicketView): Answer<TicketView> => {
    tickets = [view, ...tickets.filter(({ id }) => id !== view.id)]
    push({ name: 'ticket.changed', view })
    return done(view)
  }
  const change = (id: string, make: (now: TicketView) => Answer<Partial<TicketView>>, what: string) => {
    const now = tickets.find((one) => one.id === id)
    if (!now) return failed('ticket.unknown', { id })
    const made = make(now)
    if (!made.ok) return made
    const history = [...now.history, { at: new Date().toISOString(), who: 'Counter', what }]
    const next = { ...now, ...made.value, history, revision: now.revision + 1 }
    const tried = [...next.attempts.map(({ fix }) => fix), ...Object.keys(next.checks)]
    return keep({ ...next, diagnosis: start.engine?.diagnose(next) ?? diagnosis(tried) })
  }
  const forPhone = (key: string | null, ticketId: string | null): void => {
    setBench({ ...bench, phones: bench.phones.map((one) => (one.key === key ? { ...one, ticketId } : one)) })
  }
  const handlers: CommandHandlers = {
    'bench.get': async () => done(bench),
    'phone.read': async ({ key }) => {
      const shown = (count: number | undefined) =>
        bench.phones.map((one) =>
          one.key === key
            ? {
                ...one,
                progress: count === undefined ? ('read' as const) : ('reading' as const),
                inspection: inspection(count),
              }
            : one,
        )
      for (const count of [4, 12, 24, undefined]) {
        setBench({ ...bench, phones: shown(count) })
        await new Promise((resolve) => {
          setTimeout(resolve, 300)
        })
      }
      return done(null)
    },
    ...fakeSafety(start.safety),
    'training.start': async () =>
      setBench({ ...bench, phones: [...bench.phones, phone({ key: 'training', training: true })] }),
    'training.stop': async () =>
      setBench({ ...bench, phones: bench.phones.filter(({ training }) => !training) }),
    'recording.save': async () => done({ name: 'benchside-22111317I-2026-11-23-10-02.json' }),
    'recording.open': async () => done({ key: null }),
    'recording.close': async () => done(null),
    'draft.get': async () => done(saved),
    'typing.get': async () => done({}),
    'typing.save': async () => done(null),
    'draft.save': async (draft) => {
      const words = draft.said.toLowerCase()
      saved = { draft, heard: HEARD.filter((one) => words.includes(one.words)), seen: [] }
      return done(saved)
    },
    'ticket.open': async ({
      phoneKey,
      customerName,
      phoneNumber,
      intake,
      device: _,
      reworkOf: __,
      customerId: ___,
      ...rest
    }) => {
      const noted = readIntake(intake, settings.currency)
      if (!noted.ok) return noted
      if (customerName.trim() === '') return failed('ticket.customer-missing')
      const on = bench.phones.find(({ key }) => key === phoneKey)
      const opened = aTicket({
        id: `ticket-${String(tickets.length)}-${String(Date.now())}`,
        number: ticketNumber(412 + tickets.length),
        openedAt: new Date().toISOString(),
        customer: { id: 'customer-2', name: customerName, phone: phoneNumber },
        ...rest,
        intake: noted.value,
        history: [{ at: new Date().toISOString(), who: 'Counter', what: 'Ticket opened' }],
        phoneKey,
        training: on?.training ?? false,
        ...(on ? {} : { device: null, inspection: null }),
      })
      saved = EMPTY
      forPhone(phoneKey, opened.id)
      return keep(start.engine ? { ...opened, diagnosis: start.engine.diagnose(opened) } : opened)
    },
    'ticket.consents': async () => failed('phone.gone'),
    'ticket.attach': async () => failed('phone.gone'),
    'ticket.get': async ({ id }) => {
      const found = tickets.find((one) => one.id === id)
      return found ? done(found) : failed('ticket.unknown', { id })
    },
    'ticket.page': async ({ search, state, limit }) => {
      const found = tickets.filter(
        (one) =>
          (state === null || one.state === state) &&
          JSON.stringify(one.customer)
            .concat(one.number, one.said)
            .toLowerCase()
            .includes(search.toLowerCase()),
      )
      const lines = found.slice(0, limit).map((one, index) => ({
        ...one,
        sequence: found.length - index,
        model: one.device?.model ?? null,
        serialEnd: one.device?.serial.slice(-4) ?? null,
        found: null,
      }))
      return done({ lines, total: found.length, isWhole: true, next: null })
    },
    'ticket.readScreen': async ({ id }) => {
      const found = tickets.find((one) => one.id === id)
      return found ? done({ ticket: found, found: [] }) : failed('ticket.unknown', { id })
    },
    'ticket.watchSignIn': async ({ id }) => {
      const startedAt = new Date().toISOString()
      return change(
        id,
        () => done({ watch: { startedAt, seconds: 180, end: null, seen: [], before: [] } }),
        'Watched',
      )
    },
    'ticket.stopWatch': async ({ id }) => {
      const stopped = change(
        id,
        ({ watch }) => done({ watch: watch && { ...watch, end: 'stopped' as const } }),
        'Watch ended',
      )
      return stopped.ok ? done(null) : stopped
    },
    'ticket.symptoms': async ({ id, symptoms }) => change(id, () => done({ symptoms }), 'Symptoms changed'),
    'ticket.check': async ({ id, check, result }) =>
      change(id, ({ checks }) => done({ checks: { ...checks, [check]: result } }), `Check: ${result}`),
    'ticket.attempt': async ({ id, fix, with: others = [], outcome, verified }) =>
      change(
        id,
        (now) => {
          const fixes = [fix, ...others]
          const after = afterAttempt(now, { fixes, outcome })
          if (!after.ok) return after
          const at = new Date().toISOString()
          const bundle = fixes.length === 1 ? null : at
          const made = fixes.map((each) => ({ fix: each, covers: [], outcome, verified, at, bundle }))
          return done({ ...after.value, attempts: [...now.attempts, ...made] })
        },
        `${fix}: ${outcome}`,
      ),
    'ticket.intake': async ({ id, intake }) => {
      const read = readIntake(intake, settings.currency)
      return read.ok ? change(id, () => done({ intake: read.value }), 'Condition noted') : read
    },
    'ticket.correct': async ({ id, customerName, phoneNumber, said }) =>
      change(
        id,
        ({ customer }) => done({ said, customer: { ...customer, name: customerName, phone: phoneNumber } }),
        'Put right',
      ),
    'ticket.note': async ({ id, text }) => change(id, () => done({}), `Note: ${text}`),
    'ticket.rework': async () => failed('ticket.unknown', { id: '' }),
    'customer.get': async ({ id }) => failed('customer.unknown', { id }),
    'customer.merge': async ({ from }) => failed('customer.unknown', { id: from }),
    'device.get': async ({ id }) => failed('device.unknown', { id }),
    'device.describe': async ({ id }) => failed('device.unknown', { id }),
    'ticket.wait': async (input) =>
      change(
        input.id,
        (now) => afterWait(now, input.for, new Date().toISOString()),
        `Waiting for ${input.for}`,
      ),
    'ticket.resume': async ({ id }) => change(id, afterResume, 'Back on the bench'),
    'ticket.ready': async ({ id, result }) =>
      change(id, (now) => afterReady(now, result), `Ready: ${result}`),
    'ticket.agreeToLoss': async ({ id, fix }) =>
      change(id, ({ agreedLosses }) => done({ agreedLosses: [...agreedLosses, fix] }), `${fix}: agreed`),
    'ticket.close': async ({ id, result }) => {
      const answer = change(
        id,
        (now) => {
          const after = afterClose(now, result)
          return after.ok ? done({ ...after.value, closedAt: new Date().toISOString() }) : after
        },
        `Closed: ${result}`,
      )
      if (answer.ok) forPhone(answer.value.phoneKey, null)
      return answer
    },
    'ticket.reopen': async ({ id }) => change(id, afterReopen, 'Reopened'),
    'knowledge.get': async () => done(start.engine?.knowledge ?? knowledge),
    'own.drafts': async () => done([]),
    'own.keepDrafts': async () => done(null),
    'own.save': async () => done({ id: 'own-made', faults: [] }),
    'own.remove': async () => done(null),
    'own.export': async () => done({ name: 'benchside-own-knowledge.json' }),
    'own.tryImport': async () => done(null),
    'own.import': async () => done({ name: 'file.json', added: [], changed: [], same: [] }),
    'learning.get': async () => done(start.learning ?? NOTHING_LEARNT),
    'learning.reset': async () => done(NOTHING_LEARNT),
    'learning.undoReset': async () => done(start.learning ?? NOTHING_LEARNT),
    'learning.export': async () => done(null),
    'learning.import': async () => done(null),
    'learning.drop': async () => done(NOTHING_LEARNT),
    'report.get': async (range) => {
      const counted = tally(new Date().toISOString())
      for (const { state, openedAt, closedAt, result, attempts, device, ...ticket } of tickets) {
        if (closedAt === null) counted.addOpen({ state, openedAt })
        else {
          const steps = attempts.map(({ fix, outcome }) => ({ fix, worked: outcome === 'worked' ? 1 : 0 }))
          const of = {
            cause: null,
            system: null,
            model: device?.model ?? null,
            cameBackAfter: [],
            back: null,
            warrantyDays: null,
          }
          counted.add({ openedAt, closedAt, result, steps, workedFixes: workedFixes(ticket), ...of })
        }
      }
      return done({ ...counted.report(), ...range })
    },
    'report.stop': async () => done(null),
    'report.csv': async () => done(null),
    'paper.sizes': async () => done(papers),
    'paper.size': async ({ kind, size }) => {
      papers = { ...papers, [kind]: size }
      return done(papers)
    },
    'paper.preview': async () => failed('paper.no-printer'),
    'paper.print': async () => failed('paper.no-printer'),
    'paper.pdf': async ({ kind }) => done({ name: `T-0001-${kind}.pdf` }),
    'settings.get': async () => done(settings),
    'settings.save': async (change) => {
      const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      settings = { ...settings, ...set }
      return done(settings)
    },
    'settings.chooseAdb': async () => {
      settings = { ...settings, adbProgram: '/opt/adb/adb', adbPath: '/opt/adb/adb' }
      return done(settings)
    },
    'settings.findAdb': async () => {
      settings = { ...settings, adbProgram: null, adbPath: '/usr/bin/adb' }
      return done(settings)
    },
  }
  return {
    call: async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandAnswer<N>> =>
      handlers[name](input),
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
