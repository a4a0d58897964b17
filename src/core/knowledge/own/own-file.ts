import type { OwnFault } from './own-fault.ts'
import { MOST_OF_A_KIND } from './own-kinds.ts'
import type { OwnRecord } from './own-record.ts'
import { readOwnRecord } from './read-own.ts'

/** What says that a file is one of ours. */
const KIND = 'benchside-own-knowledge'
/** Three kinds of a few kilobytes each; no file of ours comes near it. */
export const LARGEST_OWN_FILE = 4 * 1024 * 1024

export type OwnFile = {
  /** Why nothing in it can be read; else null. */
  readonly unusable: OwnFault | null
  readonly records: readonly OwnRecord[]
  readonly faults: readonly OwnFault[]
}

export const writeOwnFile = (records: readonly OwnRecord[], version: string): string =>
  `${JSON.stringify({ kind: KIND, schema: 1, knowledge: version, records }, null, 1)}\n`

const whole = (code: string, details: OwnFault['details'] = {}): OwnFile => ({
  unusable: { id: null, name: '', field: '', code, details },
  records: [],
  faults: [],
})

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? Reflect.get(value, field)
    : undefined

/** Reads a file that anybody may have made: every record of it, or what is wrong. */
export const readOwnFile = (text: string): OwnFile => {
  if (text.length > LARGEST_OWN_FILE) return whole('file-large')
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return whole('file-json')
  }
  if (fieldOf(raw, 'kind') !== KIND) return whole('file-kind')
  if (fieldOf(raw, 'schema') !== 1) return whole('file-newer')
  const listed: unknown = fieldOf(raw, 'records')
  if (!Array.isArray(listed)) return whole('file-kind')
  if (listed.length > 3 * MOST_OF_A_KIND) return whole('too-many', { most: MOST_OF_A_KIND })
  const read = listed.map((each: unknown, index) => readOwnRecord(each, `#${String(index + 1)}`))
  return {
    unusable: null,
    records: read.flatMap((each) => (each.ok ? [each.record] : [])),
    faults: read.flatMap((each) => (each.ok ? [] : each.faults)),
  }
}
