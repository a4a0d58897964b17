import { cleanDeviceText } from '../../device-text.ts'
import type { OwnFault } from './own-fault.ts'
import { ownRecordSchema, type OwnRecord } from './own-record.ts'

export type ReadOwn =
  | { readonly ok: true; readonly record: OwnRecord }
  | { readonly ok: false; readonly faults: readonly OwnFault[] }

const fieldOf = (raw: unknown, field: string): string | null => {
  if (typeof raw !== 'object' || raw === null) return null
  const value: unknown = Reflect.get(raw, field)
  return typeof value === 'string' && value.trim() !== '' ? cleanDeviceText(value, 100) : null
}

/** Reads what may be an own record; `place` names one that has no title. */
export const readOwnRecord = (raw: unknown, place: string): ReadOwn => {
  const parsed = ownRecordSchema.safeParse(raw)
  if (parsed.success) return { ok: true, record: parsed.data }
  const id = fieldOf(raw, 'id')
  const name = fieldOf(raw, 'title') ?? id ?? place
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => ({
      id,
      name,
      field: String(issue.path[0] ?? ''),
      code: issue.code === 'unrecognized_keys' ? 'unknown-field' : issue.message,
      details:
        issue.code === 'unrecognized_keys' ? { field: cleanDeviceText(issue.keys.join(', '), 100) } : {},
    })),
  }
}
