import type { LearningView } from '../../../contract/learning-view.ts'
import type { ReportView } from '../../../contract/report-view.ts'
import type { KnowledgeView, SettingsView } from '../../../contract/views.ts'
import type { Change } from './slice.ts'

/** What changes seldom: the knowledge base, the settings, the report. */
export type ReferenceSlice = {
  readonly knowledge: KnowledgeView | null
  readonly settings: SettingsView | null
  readonly report: ReportView | null
  /** How much of the next one is counted, 0 to 1; null while none is. */
  readonly counting: number | null
  readonly learning: LearningView | null
  readonly showKnowledge: (knowledge: KnowledgeView) => void
  readonly showSettings: (settings: SettingsView) => void
  readonly showReport: (report: ReportView) => void
  readonly showCounting: (counting: number | null) => void
  readonly showLearning: (learning: LearningView) => void
}

export const referenceSlice = (set: Change<ReferenceSlice>): ReferenceSlice => ({
  knowledge: null,
  settings: null,
  report: null,
  counting: null,
  learning: null,
  showKnowledge: (knowledge) => {
    set({ knowledge })
  },
  showSettings: (settings) => {
    set({ settings })
  },
  showReport: (report) => {
    set({ report })
  },
  showCounting: (counting) => {
    set({ counting })
  },
  showLearning: (learning) => {
    set({ learning })
  },
})
