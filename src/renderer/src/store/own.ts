import { isSameForm, type OwnDraft } from '../../../core/knowledge/own/own-draft.ts'
import type { Failure } from '../../../core/failure.ts'
import type { Change } from './slice.ts'

/** The forms of own records: the one that is open, and all that were begun and not saved. */
export type OwnSlice = {
  readonly ownForm: OwnDraft | null
  readonly ownForms: readonly OwnDraft[]
  readonly ownFormsSaved: boolean
  readonly ownFormsFailure: Failure | null
  /** The one that was thrown away last, so that it can be brought back. */
  readonly ownDropped: OwnDraft | null
  readonly restoreOwnForms: (forms: readonly OwnDraft[]) => void
  readonly openOwnForm: (form: OwnDraft | null) => void
  readonly typeOwnForm: (change: Partial<OwnDraft>) => void
  readonly keepOwnForm: (form: OwnDraft) => void
  /** Done with: saved as a record, or thrown away. */
  readonly endOwnForm: (form: OwnDraft, dropped: OwnDraft | null) => void
  readonly ownFormsWereSaved: (forms: readonly OwnDraft[], failure: Failure | null) => void
}

const without = (forms: readonly OwnDraft[], form: OwnDraft): readonly OwnDraft[] =>
  forms.filter((other) => !isSameForm(other, form))

export const ownSlice = (set: Change<OwnSlice>): OwnSlice => ({
  ownForm: null,
  ownForms: [],
  ownFormsSaved: true,
  ownFormsFailure: null,
  ownDropped: null,
  restoreOwnForms: (ownForms) => {
    set({ ownForms })
  },
  openOwnForm: (ownForm) => {
    set({ ownForm })
  },
  typeOwnForm: (change) => {
    set(({ ownForm, ownForms }) => {
      if (ownForm === null) return {}
      const form = { ...ownForm, ...change }
      return { ownForm: form, ownForms: [...without(ownForms, form), form], ownFormsSaved: false }
    })
  },
  keepOwnForm: (form) => {
    set(({ ownForms, ownDropped }) => ({
      ownForms: [...without(ownForms, form), form],
      ownFormsSaved: false,
      ownDropped: ownDropped === form ? null : ownDropped,
    }))
  },
  endOwnForm: (form, ownDropped) => {
    set(({ ownForms }) => ({
      ownForm: null,
      ownForms: without(ownForms, form),
      ownFormsSaved: false,
      ownDropped,
    }))
  },
  ownFormsWereSaved: (forms, ownFormsFailure) => {
    set(({ ownForms }) => ({
      ownFormsSaved: ownFormsFailure === null && ownForms === forms,
      ownFormsFailure,
    }))
  },
})
