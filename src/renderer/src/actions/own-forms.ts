import type { OwnDraft } from '../../../core/knowledge/own/own-draft.ts'
import { isSameForm } from '../../../core/knowledge/own/own-draft.ts'
import { ask, unattended } from '../desk.ts'
import { useStore } from '../store/store.ts'

/** As with the form of a new ticket. */
const PAUSE_MS = 250

let timer: ReturnType<typeof setTimeout> | undefined

/** As the contract wants it. */
export const draftToSave = (form: OwnDraft) => ({
  ...form,
  shows: [...form.shows],
  helps: [...form.helps],
  tells: [...form.tells],
})

const save = async (): Promise<void> => {
  const { ownForms } = useStore.getState()
  const answer = await ask('own.keepDrafts', { drafts: ownForms.map(draftToSave) })
  useStore.getState().ownFormsWereSaved(ownForms, answer.ok ? null : answer.failure)
}

const keepSaving = (): void => {
  timer ??= setTimeout(() => {
    timer = undefined
    unattended(save())
  }, PAUSE_MS)
}

/** Saves now: a field was left, or the window closes. */
export const flushOwnForms = (): void => {
  clearTimeout(timer)
  timer = undefined
  if (!useStore.getState().ownFormsSaved) unattended(save())
}

/** What was typed in that form before, else what is given. */
export const openOwnForm = (form: OwnDraft): void => {
  const { ownForms, openOwnForm: open } = useStore.getState()
  open(ownForms.find((begun) => isSameForm(begun, form)) ?? form)
}

export const typeOwnForm = (change: Partial<OwnDraft>): void => {
  useStore.getState().typeOwnForm(change)
  keepSaving()
}

export const closeOwnForm = (): void => {
  flushOwnForms()
  useStore.getState().openOwnForm(null)
}

export const dropOwnForm = (form: OwnDraft): void => {
  useStore.getState().endOwnForm(form, form)
  keepSaving()
}

export const bringBackOwnForm = (form: OwnDraft): void => {
  useStore.getState().keepOwnForm(form)
  keepSaving()
}

/** It is a record now. */
export const endOwnForm = (form: OwnDraft): void => {
  useStore.getState().endOwnForm(form, null)
  flushOwnForms()
}
