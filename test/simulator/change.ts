import type { PhoneState } from './state.ts'

/** Some of the state, at any depth. Lists are replaced, records are merged. */
export type Change<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Change<T[K]> }
    : T
export type PhoneChange = Change<PhoneState>

type Plain = Readonly<Record<string, unknown>>

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function merge(old: Plain, change: Plain): Plain {
  const result: Record<string, unknown> = { ...old }
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue
    const before = old[key]
    result[key] = isPlain(value) ? merge(isPlain(before) ? before : {}, value) : value
  }
  return result
}

export function changed(state: PhoneState, change: PhoneChange): PhoneState {
  return merge(state, change) as PhoneState
}

/** A settings key or property that is not there: `change` cannot express it, a patch can. */
export function without<T>(
  record: Readonly<Record<string, T>>,
  ...keys: readonly string[]
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}
