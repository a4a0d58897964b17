import type { TicketView } from '../../../src/contract/views.ts'
import { EMPTY_INTAKE_FORM } from '../../../src/core/intake.ts'
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts'
import type { Diagnosis } from '../../../src/core/diagnosis/diagnosis.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { knowledgeView } from '../../../src/core/knowledge/view.ts'
import { NOTHING_TYPED } from '../../../src/core/ticket.ts'
import type { ServerState } from '../../../src/core/phone.ts'
import type { FakeState } from '../fake-desk.ts'
import { bench, inspection, minutesAgo, phone, ticket, waitingPhone } from '../fake-views.ts'

const NAMES = ['Hira P.', 'Jonas Lindqvist', 'Ayesha Khan', 'Nguyễn Thị Minh Khai', 'José M.', 'Wei Zhang']
const STATES = ['diagnosing', 'fixed', 'closed', 'closed', 'closed'] as const

const many = (count: number): TicketView[] =>
  Array.from({ length: count }, (_, index) => {
    const state = STATES[index % STATES.length] ?? 'closed'
    const fixed = state === 'fixed' || (state === 'closed' && index % 3 !== 0)
    return ticket({
      id: `ticket-${String(index)}`,
      number: `T-${String(411 - index).padStart(4, '0')}`,
      state,
      result: state === 'closed' ? (fixed ? 'fixed' : index % 2 === 0 ? 'referred' : 'not-fixed') : null,
      workedFix: fixed ? 'set-clock-automatic' : null,
      attempts: fixed
        ? [
            {
              fix: 'set-clock-automatic',
              covers: ['FX24'],
              outcome: 'worked',
              verified: 'sign-in',
              at: minutesAgo(index * 37 + 20),
            },
          ]
        : [],
      closedAt: state === 'closed' ? minutesAgo(index * 37 + 2) : null,
      openedAt: minutesAgo(index * 37 + 30),
      customer: {
        id: `customer-${String(index)}`,
        name: NAMES[index % NAMES.length] ?? '',
        phone: `+91 98765 ${String(43_210 + index)}`,
      },
      phoneKey: null,
    })
  })

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(4)
const HOSTILE = `<img src=x onerror=alert(1)> ${'W'.repeat(90)} ${LONG}`

const trouble = (state: ServerState): FakeState => ({
  bench: {
    server: { state, version: state === 'too-old' ? 36 : null, port: 5037 },
    phones: [],
    clockDoubt: null,
  },
  tickets: [],
})

const onPhone = (opened: TicketView): FakeState => ({
  bench: bench([phone({ ticketId: opened.id }), waitingPhone]),
  tickets: [opened, ...many(6)],
})

const attempt = (outcome: 'worked' | 'failed') => ({
  fix: 'set-clock-automatic',
  covers: ['FX24'],
  outcome,
  verified: 'sign-in' as const,
  at: minutesAgo(4),
})

const hostileTicket = (): TicketView => {
  const plain = ticket()
  return ticket({
    customer: { id: 'c', name: HOSTILE, phone: HOSTILE },
    said: HOSTILE,
    history: plain.history.map((entry) => ({ ...entry, what: HOSTILE, who: HOSTILE })),
    diagnosis: {
      ...plain.diagnosis,
      causes: plain.diagnosis.causes.map((cause) => ({
        ...cause,
        title: LONG,
        because: cause.because.map((one) => ({ ...one, text: HOSTILE })),
      })),
      next: plain.diagnosis.next && { ...plain.diagnosis.next, title: LONG, reason: HOSTILE, caution: LONG },
      plan: plain.diagnosis.plan.map((one) => ({ ...one, title: LONG, reason: HOSTILE, caution: LONG })),
    },
  })
}

const reallyDiagnosed = ({ inspection: read, said, symptoms, checks, attempts }: TicketView): Diagnosis =>
  diagnose({ ...(read ? { readings: read.readings } : {}), said, symptoms, checks, attempts }, SHIPPED, 'en')

/** With the knowledge that is shipped and the arithmetic that is. */
const real = (opened: TicketView): FakeState => ({
  ...onPhone({ ...opened, diagnosis: reallyDiagnosed(opened) }),
  engine: {
    knowledge: { ...knowledgeView(SHIPPED, 'en'), own: { records: [], faulty: [], former: [] } },
    diagnose: reallyDiagnosed,
  },
})

/** States of the other side by name: what the screens are looked at and checked in. */
export const SCENES: Readonly<Record<string, () => FakeState>> = {
  real: () => real(ticket()),
  'real-by-hand': () => {
    const opened = ticket({ inspection: null, device: null, phoneKey: null, id: 'by-hand' })
    return { ...real(opened), bench: bench([phone({ ticketId: 'by-hand', inspection: null })]) }
  },
  full: () => onPhone(ticket()),
  tried: () => onPhone(ticket({ attempts: [attempt('failed')] })),
  fixed: () =>
    onPhone(ticket({ state: 'fixed', workedFix: 'set-clock-automatic', attempts: [attempt('worked')] })),
  phone: () => ({ bench: bench([phone(), waitingPhone]), tickets: [] }),
  reading: () => ({
    bench: bench([phone({ progress: 'reading', inspection: inspection(22) })]),
    tickets: [],
  }),
  stopped: () => ({
    bench: bench([
      phone({ state: 'gone', progress: 'stopped', inspection: { ...inspection(24), stopped: 'unplugged' } }),
      waitingPhone,
      phone({ key: 'training', name: 'Redmi Note 12 5G', training: true }),
    ]),
    tickets: [],
  }),
  waiting: () => ({ bench: bench([waitingPhone]), tickets: [] }),
  empty: () => ({ bench: bench([]), tickets: [] }),
  'no-adb': () => trouble('no-adb'),
  'port-taken': () => trouble('port-taken'),
  draft: () => ({
    bench: bench([phone(), waitingPhone]),
    tickets: [],
    saved: {
      draft: {
        customerName: 'Hira P.',
        phoneNumber: '+91 98765 43210',
        struck: [],
        said: 'It cannot verify the Mi Account, wrong password',
        symptoms: ['SY01', 'SY10'],
        consents: ['read'],
        intake: EMPTY_INTAKE_FORM,
        device: NOTHING_TYPED,
        customerId: null,
        reworkOf: null,
      },
      heard: [
        { symptom: 'SY01', words: 'verify' },
        { symptom: 'SY02', words: 'wrong password' },
      ],
      seen: [],
    },
  }),
  hostile: () => ({
    bench: bench([
      phone({ name: HOSTILE, ticketId: 'ticket-412' }),
      { ...waitingPhone, name: LONG, serial: HOSTILE },
    ]),
    tickets: [hostileTicket(), ...many(2)],
  }),
  many: () => ({ bench: bench([phone()]), tickets: many(200) }),
  one: () => ({ bench: bench([]), tickets: many(1) }),
}
