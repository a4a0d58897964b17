import type { ReportRange } from '../../../../contract/report-view.ts'

export const SPANS = ['30', '90', '365', 'all', 'own'] as const
export type Span = (typeof SPANS)[number]

/** `first` and `last` are days as a date field has them, "2026-11-23", both counted; '' where none is chosen. */
export type Chosen = { readonly span: Span; readonly first: string; readonly last: string }

export const FIRST_CHOSEN: Chosen = { span: '90', first: '', last: '' }

/** Midnight here at the beginning of a day; null where it is no day. */
const startOf = (day: string, later = 0): string | null => {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  const at = new Date(year, month - 1, date + later)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

export const rangeOf = ({ span, first, last }: Chosen, now: Date): ReportRange => {
  switch (span) {
    case 'all':
      return { from: null, to: null }
    case 'own':
      return { from: startOf(first), to: startOf(last, 1) }
    default: {
      const from = new Date(now.getFullYear(), now.getMonth(), now.getDate() - Number(span) + 1)
      return { from: from.toISOString(), to: null }
    }
  }
}
