import { hear } from '../core/hearing/hear.ts'
import { failed, type Answer } from '../core/failure.ts'
import { changedParts, EMPTY_INTAKE, EMPTY_INTAKE_FORM, readIntake, type IntakeForm } from '../core/intake.ts'
import { findSymptom } from '../core/knowledge/find.ts'
import { NOTHING_TYPED, type Consent, type TypedDevice } from '../core/ticket.ts'
import type { TicketView } from '../contract/views.ts'
import { eventAt, viewWithAdvice } from './change-ticket.ts'
import { intakeEvent } from './change-intake.ts'
import { readTypedDevice } from './look-up.ts'
import { shopOf } from './shop.ts'
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
  /** What else was noted, as typed. */
  readonly intake?: IntakeForm
  readonly device?: TypedDevice
  readonly customerId?: string | null
  readonly reworkOf?: string | null
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
  const noted = readIntake(intake.intake ?? EMPTY_INTAKE_FORM, shopOf(desk).currency)
  if (!noted.ok) return noted
  const typed = readTypedDevice(intake.device ?? NOTHING_TYPED)
  if (!typed.ok) return typed
  const { at, who } = eventAt(desk)
  const parts = changedParts(EMPTY_INTAKE, noted.value)
  const opened = await desk.store.openTicket({
    customerName: intake.customerName.trim(),
    customerPhone: intake.phoneNumber.trim(),
    said: intake.said.trim(),
    symptoms: meantSymptoms(intake, desk.speech),
    consents: intake.consents,
    inspectionId: intake.inspectionId,
    intake: noted.value,
    device: typed.value,
    customerId: intake.customerId ?? null,
    reworkOf: intake.reworkOf ?? null,
    at,
    who,
    events: parts.length === 0 ? [] : [intakeEvent({ at, who }, noted.value, parts)],
  })
  return opened.ok ? viewWithAdvice(desk, opened.value) : opened
}
