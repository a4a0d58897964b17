import type { OwnSavedView, OwnTrialView } from '../../../contract/views.ts'
import type { Answer } from '../../../core/failure.ts'
import type { OwnDraft } from '../../../core/knowledge/own/own-draft.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { say } from '../words.ts'
import { draftToSave, endOwnForm } from './own-forms.ts'

const tell = (words: string): void => {
  useStore.getState().tell(words)
}

/** Makes a record of the form, or says what is wrong with which field. */
export const saveOwn = async (form: OwnDraft): Promise<Answer<OwnSavedView>> => {
  const answer = await ask('own.save', { draft: draftToSave(form) })
  if (answer.ok && answer.value.faults.length === 0) {
    endOwnForm(form)
    tell(say('own.saved', { title: form.title }))
  }
  return answer
}

export const removeOwn = async (id: string, title: string): Promise<Answer<null>> => {
  const answer = await ask('own.remove', { id })
  if (answer.ok) tell(say('own.removed', { title }))
  return answer
}

export const exportOwn = async (): Promise<Answer<{ readonly name: string | null }>> => {
  const answer = await ask('own.export', {})
  if (answer.ok && answer.value.name !== null) tell(say('own.exported', { name: answer.value.name }))
  return answer
}

/** Chooses a file; what would come of it is shown before anything is written. */
export const tryImportOwn = async (): Promise<Answer<OwnTrialView | null>> => ask('own.tryImport', {})

export const importOwn = async (): Promise<Answer<OwnTrialView>> => {
  const answer = await ask('own.import', {})
  if (answer.ok) {
    const { name, added, changed } = answer.value
    tell(say('own.imported', { name, added: added.length, changed: changed.length }))
  }
  return answer
}

/** Looks whether another program has added something; what is new comes as a push. */
export const lookAgain = async (): Promise<void> => {
  const answer = await ask('knowledge.get', {})
  if (answer.ok) useStore.getState().showKnowledge(answer.value)
}
