import type { TicketView, TypedView, TypingView } from '../../../contract/views.ts'
import type { Change } from './slice.ts'

export type TypingSlice = {
  /** What is typed and not saved yet, by whom or what it is about and by form: looking elsewhere loses none of it. */
  readonly typing: TypingView
  readonly restoreTyping: (typing: TypingView) => void
  readonly keepTyping: (place: string, typed: TypedView | null) => void
}

/** Where a form keeps what is typed into it: the id of its ticket or phone first, so that none shows at another. */
export const typingPlace = (subject: string, form: string): string => `${subject} ${form}`

/** The name of the form of a new note, '', or of one that puts another right. */
export const noteForm = (corrects: string): string => `note ${corrects}`

/** Whether anything is typed in a form of this name, or in one whose name begins so. */
export const isTypedIn = (typing: TypingView, subject: string, form: string): boolean =>
  Object.keys(typing).some((place) => place.startsWith(typingPlace(subject, form)))

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What of `typed` is not in `saved`; null where all of it is. */
export const notIn = (saved: TypedView, typed: TypedView): TypedView | null => {
  const left = Object.entries(typed).filter(([field, value]) => !isSame(value, saved[field]))
  return left.length === 0 ? null : Object.fromEntries(left)
}

/** The same typing where nothing goes: another one is written to the disk. */
const without = (typing: TypingView, isGone: (place: string) => boolean): TypingView => {
  const forms = Object.entries(typing)
  const left = forms.filter(([place]) => !isGone(place))
  return left.length === forms.length ? typing : Object.fromEntries(left)
}

/** The state of a ticket that is to be closed, and how much was tried before what the form is about. */
const ONCE = /^(?:(?:fix|with) .* |step |close (?<state>\S+) )(?<tries>\d+)$/u

/** Whether nothing opens the form again: its note is erased, or what it is about was recorded. */
const isOver = (form: string, { notes, state, attempts }: TicketView): boolean => {
  const once = ONCE.exec(form)?.groups
  if (!once) return notes.some(({ id, text }) => text === null && form === noteForm(id))
  return Number(once['tries']) !== attempts.length || (once['state'] ?? state) !== state
}

const isNobodys = ({ customer }: TicketView): boolean => customer.name === '' && customer.phone === ''

/**
 * What is typed once a ticket is as it is now. What was typed about somebody who is erased by now goes with them; what
 * is typed on a ticket that was nobody's before is about nobody, and stays.
 */
export const typingAfter = (
  typing: TypingView,
  before: TicketView | undefined,
  ticket: TicketView,
): TypingView => {
  const { id, device } = ticket
  const own = typingPlace(id, '')
  const isErased = before !== undefined && !isNobodys(before) && isNobodys(ticket)
  const phone = isErased && device ? typingPlace(device.id, '') : null
  return without(typing, (place) =>
    place.startsWith(own)
      ? isErased || isOver(place.slice(own.length), ticket)
      : phone !== null && place.startsWith(phone),
  )
}

export const typingSlice = (set: Change<TypingSlice>): TypingSlice => ({
  typing: {},
  restoreTyping: (typing) => {
    set({ typing })
  },
  keepTyping: (place, typed) => {
    set(({ typing }) => {
      const others = without(typing, (other) => other === place)
      return { typing: typed === null ? others : { ...others, [place]: typed } }
    })
  },
})
