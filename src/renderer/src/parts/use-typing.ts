import { useEffect } from 'react'
import type { TypedView } from '../../../contract/views.ts'
import { notIn, typingPlace } from '../store/typing.ts'
import { useStore } from '../store/store.ts'

type Form<T> = {
  /** What is saved, with what is typed over it. */
  readonly form: T
  /** Whether any of it is not saved. */
  readonly isTyped: boolean
  readonly type: (change: Partial<T>) => void
  /** Saved as `sent`: what was typed on meanwhile stays. */
  readonly wasSaved: (sent: T) => void
  /** Thrown away. */
  readonly forget: () => void
}

/**
 * A form whose typing is lost by no look elsewhere. Only what differs from `saved` is kept: a field that nobody touched
 * goes on showing what is saved, also when that changes meanwhile.
 */
export const useTyping = <T extends TypedView>(subject: string, name: string, saved: T): Form<T> => {
  const place = typingPlace(subject, name)
  const kept = useStore(({ typing }) => typing[place])
  const keep = useStore(({ keepTyping }) => keepTyping)
  const form: T = { ...saved, ...kept }
  const isTyped = kept !== undefined && notIn(saved, kept) !== null
  const isSaved = kept !== undefined && !isTyped
  // Somebody else has saved just that meanwhile.
  useEffect(() => {
    if (isSaved) keep(place, null)
  }, [isSaved, keep, place])
  return {
    form,
    isTyped,
    type: (change) => {
      keep(place, notIn(saved, { ...form, ...change }))
    },
    wasSaved: (sent) => {
      keep(place, notIn(sent, useStore.getState().typing[place] ?? {}))
    },
    forget: () => {
      keep(place, null)
    },
  }
}
