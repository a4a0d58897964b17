import type { ListedPhone } from '../core/phone.ts'
import type { Bench, BenchState, PhoneLink } from './phone-link.ts'

type Own = {
  /** Those that are on it now. */
  readonly phones: () => readonly ListedPhone[]
  /** The way to one of them; null where it is none of them. */
  readonly open: (wanted: ListedPhone) => PhoneLink | null
}

/** A bench that holds phones of its own beside those of another one; `tell` says that they are other ones now. */
export const benchBeside = (under: Bench, own: Own): Bench & { readonly tell: () => void } => {
  const listeners = new Set<(state: BenchState) => void>()
  const state = (): BenchState => {
    const now = under.state()
    const phones = own.phones()
    return phones.length === 0 ? now : { ...now, phones: [...now.phones, ...phones] }
  }
  const tell = (): void => {
    for (const listener of listeners) listener(state())
  }
  const stopListening = under.onChange(tell)
  return {
    state,
    tell,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: (wanted) => own.open(wanted) ?? under.open(wanted),
    close: async () => {
      stopListening()
      listeners.clear()
      await under.close()
    },
  }
}
