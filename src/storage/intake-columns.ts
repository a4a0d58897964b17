import type { Selectable } from 'kysely'
import type { Condition, Intake, LeftItem, Proof } from '../core/intake.ts'
import type { Tables } from './tables.ts'

type Columns = Pick<
  Selectable<Tables['tickets']>,
  | 'condition'
  | 'condition_note'
  | 'left_with'
  | 'left_note'
  | 'proof'
  | 'promised_at'
  | 'quote'
  | 'paid'
  | 'currency'
>

export const columnsOfIntake = (intake: Intake): Columns => ({
  condition: JSON.stringify(intake.condition),
  condition_note: intake.conditionNote,
  left_with: JSON.stringify(intake.left),
  left_note: intake.leftNote,
  proof: intake.proof,
  promised_at: intake.promisedAt,
  quote: intake.quote,
  paid: intake.paid,
  currency: intake.currency,
})

export const intakeOfColumns = (row: Columns): Intake => ({
  condition: JSON.parse(row.condition) as Condition[],
  conditionNote: row.condition_note,
  left: JSON.parse(row.left_with) as LeftItem[],
  leftNote: row.left_note,
  proof: row.proof as Proof | null,
  promisedAt: row.promised_at,
  quote: row.quote,
  paid: row.paid,
  currency: row.currency,
})
