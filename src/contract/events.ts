import type { LearningView } from './learning-view.ts'
import type { BenchView, KnowledgeView, TicketView } from './views.ts'

/** Pushed to the window after the change is saved; each carries the whole view, which replaces the one shown. */
export type DeskEvent =
  | { readonly name: 'bench.changed'; readonly view: BenchView }
  | { readonly name: 'ticket.changed'; readonly view: TicketView }
  | { readonly name: 'knowledge.changed'; readonly view: KnowledgeView }
  /** How much of the report is counted, 0 to 1. */
  | { readonly name: 'report.counting'; readonly part: number }
  | { readonly name: 'learning.changed'; readonly view: LearningView }
