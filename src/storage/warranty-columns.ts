import type { Warranty } from '../core/ticket.ts'

export const warrantyOf = (row: {
  readonly warranty_days: number | null
  readonly warranty_until: string | null
}): Warranty | null =>
  row.warranty_days === null ? null : { days: row.warranty_days, until: row.warranty_until }
