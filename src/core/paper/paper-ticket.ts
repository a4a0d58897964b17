import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Former } from '../knowledge/own/former.ts'
import type { Inspection } from '../phone.ts'
import type { Ticket } from '../ticket.ts'
import type { Language, Say } from '../words/index.ts'
import type { SaidChange } from '../words/say-change.ts'

/** Of a ticket, what may get onto paper: with the readings of its phone and what they mean. Notes are the shop's own. */
export type PaperTicket = Pick<
  Ticket,
  | 'number'
  | 'state'
  | 'openedAt'
  | 'closedAt'
  | 'result'
  | 'customer'
  | 'device'
  | 'said'
  | 'symptoms'
  | 'checks'
  | 'consents'
  | 'attempts'
  | 'workedFix'
  | 'workedTogether'
  | 'intake'
  | 'warranty'
  | 'reworkOf'
  | 'training'
> & {
  readonly inspection: Pick<Inspection, 'startedAt' | 'readings'> | null
  readonly changes: readonly Pick<SaidChange, 'label' | 'before' | 'after'>[]
  readonly diagnosis: Pick<Diagnosis, 'causes'>
  readonly advice: readonly { readonly title: string; readonly text: string }[]
  /** Who stood at the counter; '' where nobody is named. */
  readonly takenInBy: string
}

/** What a shop says of itself on paper. */
export type PaperShop = {
  /** Its name, where it is and how to reach it, a line each; '' where it has not said. */
  readonly letterhead: string
  readonly warrantyDays: number
}

export type PaperSpeech = {
  readonly say: Say
  readonly language: Language
  readonly knowledge: Knowledge
  /** The shop's own fixes and messages that were taken out again, for tickets that name them. */
  readonly former?: readonly Former[] | undefined
  /** The counter's own, where none is named. */
  readonly timeZone?: string
}
