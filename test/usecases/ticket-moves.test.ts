import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TicketView } from '../../src/contract/views.ts'
import type { Answer } from '../../src/core/failure.ts'
import { afterWait } from '../../src/core/ticket-moves.ts'
import {
  CLOSE_RESULTS,
  OUTCOMES,
  WAITS,
  type CloseResult,
  type Outcome,
  type TicketState,
  type Wait,
} from '../../src/core/ticket.ts'
import {
  changeSymptoms,
  closeTicket,
  letWait,
  reopenTicket,
  resumeTicket,
  setReady,
} from '../../src/usecases/change-ticket.ts'
import { recordAttempt } from '../../src/usecases/record-attempt.ts'
import { openTicket } from '../../src/usecases/open-ticket.ts'
import { showTicket, type TicketDesk } from '../../src/usecases/show-ticket.ts'
import { openStore } from '../storage/open-for-test.ts'
import { speech, valueOf } from './fakes.ts'

/** What the counter expects of a ticket, said apart from the rules that it is held against. */
type Model = {
  state: TicketState
  worked: string | null
  result: CloseResult | null
  waitsFor: Wait | null
  attempts: number
  events: number
}
type Real = { readonly desk: TicketDesk; readonly id: string }

const FIXES = ['set-clock', 'restore-package'] as const
const OPEN: readonly TicketState[] = ['diagnosing', 'waiting']
const ON_BENCH: readonly TicketState[] = [...OPEN, 'fixed']

/** A move: why it is refused in the model's state, or what it makes of it. */
const move = (
  name: string,
  refusal: (model: Model) => string | null,
  apply: (model: Model) => void,
  run: (real: Real) => Promise<Answer<TicketView>>,
): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  toString: () => name,
  run: async (model, real) => {
    const refused = refusal(model)
    const answer = await run(real)
    expect(answer.ok ? null : answer.failure.code, `${name} in ${model.state}`).toBe(refused)
    if (refused === null) {
      apply(model)
      model.events += 1
    }
    const { ticket, chain } = await standing(real)
    expect(ticket).toEqual(model)
    expect(chain).toBeNull()
  },
})

const standing = async ({ desk, id }: Real) => {
  const view = valueOf(await showTicket(desk, id))
  const { state, workedFix, workedTogether, result, waiting, attempts, history } = view
  expect(workedFix === null || workedTogether.length === 0).toBe(true)
  expect(waiting === null).toBe(state !== 'waiting')
  expect(view.closedAt === null).toBe(state !== 'closed')
  const ticket: Model = {
    state,
    worked: workedFix ?? (workedTogether.length === 0 ? null : workedTogether.toSorted().join(' ')),
    result,
    waitsFor: waiting?.for ?? null,
    attempts: attempts.length,
    events: history.length,
  }
  return { ticket, chain: valueOf(await desk.store.check()).brokenAt }
}

const wrongResult = ({ worked }: Model, result: CloseResult): string | null => {
  if (result === 'fixed' && worked === null) return 'ticket.no-working-fix'
  return result === 'not-fixed' && worked !== null ? 'ticket.has-working-fix' : null
}
const offBench = ({ state }: Model): string | null =>
  ON_BENCH.includes(state) ? null : state === 'closed' ? 'ticket.closed' : 'ticket.ready'

const attempt = (fixes: readonly string[], outcome: Outcome) =>
  move(
    `attempt ${fixes.join('+')} ${outcome}`,
    offBench,
    (model) => {
      model.attempts += fixes.length
      if (outcome === 'worked') Object.assign(model, { state: 'fixed', worked: fixes.toSorted().join(' ') })
      else if (fixes.some((fix) => model.worked?.split(' ').includes(fix)))
        Object.assign(model, { state: 'diagnosing', worked: null })
      else if (model.state === 'waiting') model.state = 'diagnosing'
      model.waitsFor = null
    },
    ({ desk, id }) => {
      const [fix = '', ...others] = fixes
      return recordAttempt(desk, { id, fix, with: others, outcome, verified: 'word' })
    },
  )
const wait = (what: Wait) =>
  move(
    `wait ${what}`,
    (model) => offBench(model) ?? (model.state === 'fixed' ? 'ticket.fixed' : null),
    (model) => void Object.assign(model, { state: 'waiting', waitsFor: what }),
    ({ desk, id }) => letWait(desk, id, what),
  )
const ready = (result: CloseResult) =>
  move(
    `ready ${result}`,
    (model) => offBench(model) ?? wrongResult(model, result),
    (model) => void Object.assign(model, { state: 'ready', result, waitsFor: null }),
    ({ desk, id }) => setReady(desk, id, result),
  )
const close = (result: CloseResult) =>
  move(
    `close ${result}`,
    (model) => (model.state === 'closed' ? 'ticket.closed' : wrongResult(model, result)),
    (model) => void Object.assign(model, { state: 'closed', result, waitsFor: null }),
    ({ desk, id }) => closeTicket(desk, id, result),
  )
const resume = move(
  'resume',
  ({ state }) => {
    if (state === 'closed') return 'ticket.closed'
    return state === 'waiting' || state === 'ready' ? null : 'ticket.not-waiting'
  },
  (model) => {
    model.state = model.worked === null ? 'diagnosing' : 'fixed'
    Object.assign(model, { result: null, waitsFor: null })
  },
  ({ desk, id }) => resumeTicket(desk, id),
)
const reopen = move(
  'reopen',
  ({ state }) => (state === 'closed' ? null : 'ticket.not-closed'),
  (model) => void Object.assign(model, { state: 'diagnosing', result: null, worked: null }),
  ({ desk, id }) => reopenTicket(desk, id),
)
const symptoms = move(
  'symptoms',
  ({ state }) => (state === 'closed' ? 'ticket.closed' : null),
  () => undefined,
  ({ desk, id }) => changeSymptoms(desk, id, ['could-not-verify']),
)

test('whatever is asked of a ticket, it does what its state allows, and says why it does not', async () => {
  const store = await openStore()
  const desk: TicketDesk = { store, speech, phoneOf: () => null }
  const commands = fc.commands(
    [
      fc
        .tuple(fc.subarray([...FIXES], { minLength: 1 }), fc.constantFrom(...OUTCOMES))
        .map(([fixes, how]) => attempt(fixes, how)),
      fc.constantFrom(...WAITS).map(wait),
      fc.constantFrom(...CLOSE_RESULTS).map(ready),
      fc.constantFrom(...CLOSE_RESULTS).map(close),
      fc.constant(resume),
      fc.constant(reopen),
      fc.constant(symptoms),
    ],
    { maxCommands: 30 },
  )
  const reached = new Set<TicketState>()
  await fc.assert(
    fc.asyncProperty(commands, async (planned) => {
      const opened = valueOf(
        await openTicket(desk, {
          customerName: 'Asha',
          phoneNumber: '',
          said: '',
          symptoms: [],
          struck: [],
          consents: [],
          inspectionId: null,
        }),
      )
      const model: Model = {
        state: 'diagnosing',
        worked: null,
        result: null,
        waitsFor: null,
        attempts: 0,
        events: 1,
      }
      await fc.asyncModelRun(() => ({ model, real: { desk, id: opened.id } }), planned)
      reached.add(model.state)
    }),
    { numRuns: 40 },
  )
  expect([...reached].toSorted()).toEqual(['closed', 'diagnosing', 'fixed', 'ready', 'waiting'])
}, 120_000)

test.each([
  ['hours-72', '2026-11-26T10:00:00.000Z'],
  ['days-7', '2026-11-30T10:00:00.000Z'],
  ['parts', null],
] as const)('a wait for %s ends %s', (what, until) => {
  const at = '2026-11-23T10:00:00.000Z'
  const ticket = { state: 'diagnosing', number: 'T-0001', workedFix: null, workedTogether: [] } as const
  expect(afterWait(ticket, what, at)).toMatchObject({
    ok: true,
    value: { state: 'waiting', waiting: { for: what, since: at, until } },
  })
})
