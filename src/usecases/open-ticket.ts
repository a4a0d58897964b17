import { hear } from '../core/hearing/hear.ts'
import { failed, type Answer } from '../core/failure.ts'
import { findSymptom } from '../core/knowledge/find.ts'
import type { Consent } from '../core/ticket.ts'
import type { TicketView } from '../contract/views.ts'
import { viewWithAdvice } from './change-ticket.ts'
import { COUNTER } from './counter.ts'
import type { TicketDesk } from './show-ticket.ts'
import type { Speech } from './ticket-view.ts'

export type Intake = {
  readonly customerName: string
  readonly phoneNumber: string
  readonly said: string
  /** Named by hand; those that are heard in `said` come to them, without the struck ones. */
  readonly symptoms: readonly string[]
  readonly struck: readonly string[]
  readonly consents: readonly Consent[]
  /** What was read on the phone that the customer brings. */
  readonly inspectionId: string | null
}

const meantSymptoms = ({ said, symptoms, struck }: Intake, { knowledge }: Speech): readonly string[] => {
  const heard = hear(said, knowledge).map(({ symptom }) => symptom)
  const named = symptoms.map((id) => findSymptom(knowledge, id)?.id ?? id)
  return [...new Set([...named, ...heard.filter((symptom) => !struck.includes(symptom))])]
}

export const openTicket = async (desk: TicketDesk, intake: Intake): Promise<Answer<TicketView>> => {
  if (intake.customerName.trim() === '') return failed('ticket.customer-missing')
  const unknown = intake.symptoms.find((symptom) => !findSymptom(desk.speech.knowledge, symptom))
  if (unknown !== undefined) return failed('knowledge.unknown', { kind: 'symptom', id: unknown })
  const opened = await desk.store.openTicket({
    customerName: intake.customerName.trim(),
    customerPhone: intake.phoneNumber.trim(),
    said: intake.said.trim(),
    symptoms: meantSymptoms(intake, desk.speech),
    consents: intake.consents,
    inspectionId: intake.inspectionId,
    at: new Date().toISOString(),
    who: COUNTER,
  })
  return opened.ok ? viewWithAdvice(desk, opened.value) : opened
}
