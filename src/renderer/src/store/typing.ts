import type { TypedView, TypingView } from '../../../contract/views.ts'
import type { Change } from './slice.ts'

/** The fields of a form that say something else than what is saved. */
type Typed = TypedView
type Typing = TypingView
/** What a form may hold: it is kept on the disk too. */
export type Fields = TypedView

export type TypingSlice = {
  /** What is typed and not saved yet, by whom or what it is about and by form: looking elsewhere loses none of it. */
  readonly typing: Typing
  readonly restoreTyping: (typing: Typing) => void
  readonly keepTyping: (place: string, typed: Typed | null) => void
  /** Goes with those whom it is about. */
  readonly forgetTyping: (subjects: readonly string[]) => void
}

/** Where a form keeps what is typed into it: the id of its ticket or phone first, so that none shows at another. */
export const typingPlace = (subject: string, form: string): string => `${subject} ${form}`

/** The name of the form of a new note, '', or of one that puts another right. */
export const noteForm = (corrects: string): string => `note ${corrects}`

/** Whether anything is typed in a form of this name, or in one whose name begins so. */
export const isTypedIn = (typing: Typing, subject: string, form: string): boolean =>
  Object.keys(typing).some((place) => place.startsWith(typingPlace(subject, form)))

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What of `typed` is not in `saved`; null where all of it is. */
export const notIn = (saved: Fields, typed: Fields): Typed | null => {
  const left = Object.entries(typed).filter(([field, value]) => !isSame(value, saved[field]))
  return left.length === 0 ? null : Object.fromEntries(left)
}

export const typingSlice = (set: Change<TypingSlice>): TypingSlice => ({
  typing: {},
  restoreTyping: (typing) => {
    set({ typing })
  },
  keepTyping: (place, typed) => {
    set(({ typing: { [place]: _, ...others } }) => ({
      typing: typed === null ? others : { ...others, [place]: typed },
    }))
  },
  forgetTyping: (subjects) => {
    set(({ typing }) => ({
      typing: Object.fromEntries(
        Object.entries(typing).filter(([place]) => !subjects.some((id) => place.startsWith(`${id} `))),
      ),
    }))
  },
})
