import { notIn, typingPlace, type Fields } from '../store/typing.ts'
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
export const useTyping = <T extends Fields>(subject: string, name: string, saved: T): Form<T> => {
  const place = typingPlace(subject, name)
  const kept = useStore(({ typing }) => typing[place])
  const keep = useStore(({ keepTyping }) => keepTyping)
  const form: T = { ...saved, ...kept }
  return {
    form,
    isTyped: kept !== undefined,
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
