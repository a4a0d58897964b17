import type { Report } from '../core/reports/report.ts'

/** From one moment on and before another (ISO, UTC); null: all that there is on that side. */
export type ReportRange = { readonly from: string | null; readonly to: string | null }

export type ReportView = Report & ReportRange
