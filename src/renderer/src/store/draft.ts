import type { DraftView, SavedDraftView } from '../../../contract/views.ts'
import type { Failure } from '../../../core/failure.ts'
import type { Change } from './slice.ts'

export type Heard = SavedDraftView['heard']

/** The form of a new ticket: what is typed, what is heard in it, and what of that is not meant. */
export type DraftSlice = {
  /** `symptoms` holds only those ticked by hand; see acceptedSymptoms. */
  readonly draft: DraftView
  readonly heard: Heard
  /** Heard in the words, but crossed out by the technician. */
  readonly struck: readonly string[]
  readonly draftSaved: boolean
  readonly draftFailure: Failure | null
  readonly changeDraft: (change: Partial<DraftView>) => void
  readonly strike: (symptom: string, isStruck: boolean) => void
  readonly draftWasSaved: (heard: Heard, isLatest: boolean) => void
  readonly draftWasRefused: (failure: Failure) => void
  readonly restoreDraft: (saved: SavedDraftView) => void
  readonly clearDraft: () => void
}

export const EMPTY_DRAFT: DraftView = {
  customerName: '',
  phoneNumber: '',
  said: '',
  symptoms: [],
  consents: [],
}

export const toggled = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item]

/** Ticked by hand, and heard in the words unless crossed out. */
export const acceptedSymptoms = ({
  draft,
  heard,
  struck,
}: Pick<DraftSlice, 'draft' | 'heard' | 'struck'>): string[] => {
  const meant = heard.map(({ symptom }) => symptom).filter((id) => !struck.includes(id))
  return [...new Set([...draft.symptoms, ...meant])]
}

/** The saved symptoms taken apart again: what was heard and is not among them had been crossed out. */
export const takenApart = ({
  draft,
  heard,
}: SavedDraftView): Pick<DraftSlice, 'draft' | 'heard' | 'struck'> => {
  const heardIds = heard.map(({ symptom }) => symptom)
  return {
    draft: { ...draft, symptoms: draft.symptoms.filter((id) => !heardIds.includes(id)) },
    heard,
    struck: heardIds.filter((id) => !draft.symptoms.includes(id)),
  }
}

export const isDraftEmpty = ({ customerName, phoneNumber, said }: DraftView): boolean =>
  `${customerName}${phoneNumber}${said}`.trim() === ''

const nothingTyped = { draft: EMPTY_DRAFT, heard: [], struck: [], draftSaved: true, draftFailure: null }

export const draftSlice = (set: Change<DraftSlice>): DraftSlice => ({
  ...nothingTyped,
  changeDraft: (change) => {
    set(({ draft }) => ({ draft: { ...draft, ...change }, draftSaved: false }))
  },
  strike: (symptom, isStruck) => {
    set(({ struck }) => ({
      struck: isStruck ? [...struck, symptom] : struck.filter((other) => other !== symptom),
      draftSaved: false,
    }))
  },
  draftWasSaved: (heard, isLatest) => {
    set(isLatest ? { heard, draftSaved: true, draftFailure: null } : { heard, draftFailure: null })
  },
  draftWasRefused: (draftFailure) => {
    set({ draftFailure })
  },
  restoreDraft: (saved) => {
    set({ ...takenApart(saved), draftSaved: true })
  },
  clearDraft: () => {
    set(nothingTyped)
  },
})
