import { useState, type ReactNode } from 'react'
import type { KnowledgeView, TicketView } from '../../../../contract/views.ts'
import type { Diagnosis, Step } from '../../../../core/diagnosis/diagnosis.ts'
import { aboutMinutes } from '../../format.ts'
import { Panel } from '../../parts/panel.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { CloseTicket } from './close-ticket.tsx'
import { againStep } from './still-stands.ts'
import { OtherSteps } from './other-steps.tsx'
import { StepActions } from './step-actions.tsx'
import { StepBody } from './step-body.tsx'
import { TicketOutcome } from './ticket-outcome.tsx'
import { ThatWorked } from './that-worked.tsx'
import { TriedSteps } from './tried-steps.tsx'
import { WithoutTicket } from './without-ticket.tsx'
import { WasClosed } from './was-closed.tsx'

type NextStepProps = { readonly diagnosis: Diagnosis; readonly ticket: TicketView | null }

type Picked = { readonly id: string; readonly after: number } | null

/** The step that was picked while it is still to be done, also one that was tried before; else the one advised. */
const stepShown = (
  { next, plan }: Diagnosis,
  picked: string | null,
  knowledge: KnowledgeView | null,
): Step | null => plan.find(({ id }) => id === picked) ?? againStep(picked, knowledge) ?? next

const footOf = (ticket: TicketView | null, step: Step | null): ReactNode => {
  if (!ticket) return <WithoutTicket />
  if (ticket.state === 'closed') return <WasClosed ticket={ticket} />
  if (ticket.state === 'fixed') return <ThatWorked ticket={ticket} />
  return step ? (
    <StepActions key={step.id} ticket={ticket} step={step} />
  ) : (
    <CloseTicket ticket={ticket} preset="not-fixed" isNext />
  )
}

/** What to do now: one step, why, and the one action that ends it. */
export const NextStep = ({ diagnosis, ticket }: NextStepProps): ReactNode => {
  const knowledge = useStore((store) => store.knowledge)
  const [picked, setPicked] = useState<Picked>(null)
  const tries = ticket?.attempts.length ?? 0
  // What was picked is done with once anything was recorded.
  const step = stepShown(diagnosis, picked?.after === tries ? picked.id : null, knowledge)
  const pick = (id: string): void => {
    setPicked({ id, after: tries })
  }
  const isOpen = !ticket || ticket.state === 'diagnosing'
  return (
    <Panel
      name={say('screen.step.name')}
      note={isOpen && step && say('screen.step.to-end', { time: aboutMinutes(diagnosis.expectedMinutes) })}
      foot={footOf(ticket, step)}
      size={isOpen && step ? 'step' : 'fits'}
      padded
      textOnly
    >
      {ticket && !isOpen && <TicketOutcome ticket={ticket} />}
      {isOpen && !step && <p>{say('screen.step.none-left')}</p>}
      {isOpen && step && <StepBody step={step} isAdvised={step.id === diagnosis.next?.id} />}
      {isOpen && (
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
