import type { FixReportView, KnowledgeView, SettingsView } from '../../../contract/views.ts'
import type { Change } from './slice.ts'

/** What changes seldom: the knowledge base, the settings, the report. */
export type ReferenceSlice = {
  readonly knowledge: KnowledgeView | null
  readonly settings: SettingsView | null
  readonly fixReport: FixReportView | null
  readonly showKnowledge: (knowledge: KnowledgeView) => void
  readonly showSettings: (settings: SettingsView) => void
  readonly showFixReport: (fixReport: FixReportView) => void
}

export const referenceSlice = (set: Change<ReferenceSlice>): ReferenceSlice => ({
  knowledge: null,
  settings: null,
  fixReport: null,
  showKnowledge: (knowledge) => {
    set({ knowledge })
  },
  showSettings: (settings) => {
    set({ settings })
  },
  showFixReport: (fixReport) => {
    set({ fixReport })
  },
})
