import type { LearningView } from './learning-view.ts'
import type { SafetyView, StartView } from './safety-views.ts'
import type { BenchView, KnowledgeView, SavedDraftView, TicketView } from './views.ts'

/** Pushed to the window after the change is saved; each carries the whole view, which replaces the one shown. */
export type DeskEvent =
  | { readonly name: 'bench.changed'; readonly view: BenchView }
  | { readonly name: 'ticket.changed'; readonly view: TicketView }
  | { readonly name: 'knowledge.changed'; readonly view: KnowledgeView }
  /** Another program has written into the record: what is shown of it is asked for anew. */
  | { readonly name: 'record.changed' }
  /** How much of the report is counted, 0 to 1. */
  | { readonly name: 'report.counting'; readonly part: number }
  | { readonly name: 'learning.changed'; readonly view: LearningView }
  | { readonly name: 'safety.changed'; readonly view: SafetyView }
  | { readonly name: 'start.changed'; readonly view: StartView }
  /** Somebody whom the form was about has been erased. */
  | { readonly name: 'draft.changed'; readonly view: SavedDraftView }
