import { useState, type ReactNode } from 'react'
import type { KnowledgeView, TicketView } from '../../../../contract/views.ts'
import type { Diagnosis, Step } from '../../../../core/diagnosis/diagnosis.ts'
import { aboutMinutes } from '../../format.ts'
import { Panel } from '../../parts/panel.tsx'
import { useTyping } from '../../parts/use-typing.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { Choice } from '../../parts/choice.tsx'
import { Checklist } from './checklist.tsx'
import { CloseTicket } from './close-ticket.tsx'
import { DoneToo } from './done-too.tsx'
import { LossGate } from './loss-gate.tsx'
import { againStep } from './still-stands.ts'
import { OtherSteps } from './other-steps.tsx'
import { StepActions } from './step-actions.tsx'
import { StepBody } from './step-body.tsx'
import { TicketOutcome } from './ticket-outcome.tsx'
import { Turns } from './turns.tsx'
import { ThatWorked } from './that-worked.tsx'
import { ToFetch } from './to-fetch.tsx'
import { TriedSteps } from './tried-steps.tsx'
import { WithoutTicket } from './without-ticket.tsx'
import { WasClosed } from './was-closed.tsx'

type NextStepProps = {
  readonly diagnosis: Diagnosis
  readonly ticket: TicketView | null
  /** The ticket's id, or the key of a phone without one. */
  readonly of: string
}

const NONE: readonly string[] = []
/** The step that was picked instead of the advised one. */
const ADVISED: { readonly picked: string | null } = { picked: null }
/** What was done with a step before the same sign-in. */
const ALONE = { fixes: NONE }

/** The step that was picked while it is still to be done, also one that was tried before; else the one advised. */
const stepShown = (
  { next, plan }: Diagnosis,
  picked: string | null,
  knowledge: KnowledgeView | null,
  ticket: TicketView | null,
): Step | null => {
  const wasTried = ticket?.attempts.some(({ fix }) => fix === picked) ?? false
  const reason = say(wasTried ? 'screen.tried.again-reason' : 'screen.step.from-checklist')
  return plan.find(({ id }) => id === picked) ?? againStep(picked, knowledge, reason) ?? next
}

const ORDERS = (['advice', 'checklist'] as const).map((value) => ({
  value,
  words: say(`screen.step.order.${value}`),
}))

const footOf = (
  ticket: TicketView | null,
  step: Step | null,
  together: readonly Step[],
  gate: ReactNode,
): ReactNode => {
  if (!ticket) return <WithoutTicket />
  if (ticket.state === 'closed') return <WasClosed ticket={ticket} />
  if (ticket.state === 'ready') return <ToFetch ticket={ticket} />
  if (ticket.state === 'fixed') return <ThatWorked ticket={ticket} />
  if (gate !== null) return gate
  return step ? (
    <StepActions key={step.id} ticket={ticket} step={step} together={together} />
  ) : (
    <CloseTicket ticket={ticket} preset="not-fixed" isNext />
  )
}

/** What to do now: one step, why, and the one action that ends it. */
export const NextStep = ({ diagnosis, ticket, of }: NextStepProps): ReactNode => {
  const knowledge = useStore((store) => store.knowledge)
  const [order, setOrder] = useState<'advice' | 'checklist'>('advice')
  const tries = ticket?.attempts.length ?? 0
  // What was picked is done with once anything was recorded.
  const choice = useTyping(of, `step ${String(tries)}`, ADVISED)
  const step = stepShown(diagnosis, choice.form.picked, knowledge, ticket)
  const pick = (id: string): void => {
    choice.type({ picked: id })
  }
  const place = `${step?.id ?? ''} ${String(tries)}`
  const ticked = useTyping(of, `with ${place}`, ALONE)
  const { fixes } = ticked.form
  const together = diagnosis.plan.filter(({ id }) => fixes.includes(id))
  const tick = (fix: string): void => {
    const others = fixes.filter((each) => each !== fix)
    ticked.type({ fixes: others.length < fixes.length ? others : [...fixes, fix] })
  }
  const isOpen = !ticket || ticket.state === 'diagnosing' || ticket.state === 'waiting'
  const isShut = step?.losesData === true && !(ticket?.agreedLosses.includes(step.id) ?? false)
  const gate = isShut && ticket ? <LossGate ticket={ticket} step={step} /> : null
  return (
    <Panel
      name={say('screen.step.name')}
      note={isOpen && step && say('screen.step.to-end', { time: aboutMinutes(diagnosis.expectedMinutes) })}
      actions={
        isOpen && (
          <Choice name={say('screen.step.order')} options={ORDERS} chosen={order} onChoose={setOrder} />
        )
      }
      foot={footOf(ticket, step, together, gate)}
      size={isOpen && step ? 'step' : 'whole'}
      padded
      textOnly
      focusAfter={`${step?.id ?? ''} ${String(tries)} ${ticket?.state ?? ''} ${String(isShut)}`}
    >
      {ticket && !isOpen && <TicketOutcome ticket={ticket} />}
      {isOpen && !step && <p>{say('screen.step.none-left')}</p>}
      {isOpen && step && (
        <StepBody
          step={step}
          isAdvised={step.id === diagnosis.next?.id}
          isShut={isShut}
          doneToo={
            ticket && step.kind === 'fix' && !isShut ? (
              <DoneToo key={place} step={step} plan={diagnosis.plan} ticked={fixes} onTick={tick} />
            ) : null
          }
        />
      )}
      {isOpen && order === 'checklist' && <Checklist ticket={ticket} onPick={pick} />}
      {isOpen && order === 'advice' && <Turns turns={diagnosis.turns} />}
      {isOpen && order === 'advice' && (
        <OtherSteps
          steps={diagnosis.plan.filter(({ id }) => id !== step?.id)}
          advised={diagnosis.next?.id ?? null}
          onPick={pick}
        />
      )}
      {ticket && <TriedSteps ticket={ticket} onAgain={pick} />}
    </Panel>
  )
}
