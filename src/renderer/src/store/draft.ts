import type { DraftView, SavedDraftView } from '../../../contract/views.ts'
import { EMPTY_INTAKE_FORM } from '../../../core/intake.ts'
import { NOTHING_TYPED } from '../../../core/ticket.ts'
import type { Failure } from '../../../core/failure.ts'
import type { Change } from './slice.ts'

export type Heard = SavedDraftView['heard']

/** The form of a new ticket: what is typed, what is heard in it, and what of that is not meant. */
export type DraftSlice = {
  readonly draft: DraftView
  readonly heard: Heard
  /** Tickets that a customer of this number had before. */
  readonly seen: SavedDraftView['seen']
  readonly draftSaved: boolean
  readonly draftFailure: Failure | null
  readonly changeDraft: (change: Partial<DraftView>) => void
  readonly strike: (symptom: string, isStruck: boolean) => void
  readonly draftWasSaved: (saved: Pick<SavedDraftView, 'heard' | 'seen'>, isLatest: boolean) => void
  readonly draftWasRefused: (failure: Failure) => void
  readonly restoreDraft: (saved: SavedDraftView) => void
  readonly clearDraft: () => void
}

export const EMPTY_DRAFT: DraftView = {
  customerName: '',
  phoneNumber: '',
  said: '',
  symptoms: [],
  struck: [],
  consents: [],
  intake: EMPTY_INTAKE_FORM,
  device: NOTHING_TYPED,
  customerId: null,
  reworkOf: null,
}

export const toggled = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item]

export const isDraftEmpty = ({ customerName, phoneNumber, said }: DraftView): boolean =>
  `${customerName}${phoneNumber}${said}`.trim() === ''

const nothingTyped = { draft: EMPTY_DRAFT, heard: [], seen: [], draftSaved: true, draftFailure: null }

export const draftSlice = (set: Change<DraftSlice>): DraftSlice => ({
  ...nothingTyped,
  changeDraft: (change) => {
    set(({ draft }) => ({ draft: { ...draft, ...change }, draftSaved: false }))
  },
  strike: (symptom, isStruck) => {
    set(({ draft }) => {
      const others = draft.struck.filter((other) => other !== symptom)
      return { draft: { ...draft, struck: isStruck ? [...others, symptom] : others }, draftSaved: false }
    })
  },
  draftWasSaved: ({ heard, seen }, isLatest) => {
    const known = { heard, seen, draftFailure: null }
    set(isLatest ? { ...known, draftSaved: true } : known)
  },
  draftWasRefused: (draftFailure) => {
    set({ draftFailure })
  },
  restoreDraft: (saved) => {
    set({ ...saved, draftSaved: true })
  },
  clearDraft: () => {
    set(nothingTyped)
  },
})
