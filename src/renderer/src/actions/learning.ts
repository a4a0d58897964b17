import type { LearningView } from '../../../contract/learning-view.ts'
import type { Answer } from '../../../core/failure.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { say } from '../words.ts'

const shown = (answer: Answer<LearningView>, words?: string): Answer<LearningView> => {
  if (!answer.ok) return answer
  useStore.getState().showLearning(answer.value)
  if (words !== undefined) useStore.getState().tell(words)
  return answer
}

export const loadLearning = async (): Promise<Answer<LearningView>> => shown(await ask('learning.get', {}))

export const resetLearning = async (): Promise<Answer<LearningView>> =>
  shown(await ask('learning.reset', {}), say('learning.was-reset'))

export const undoReset = async (): Promise<Answer<LearningView>> =>
  shown(await ask('learning.undoReset', {}), say('learning.was-undone'))

export const dropCounts = async (): Promise<Answer<LearningView>> =>
  shown(await ask('learning.drop', {}), say('learning.dropped'))

export const importCounts = async (): Promise<Answer<LearningView | null>> => {
  const answer = await ask('learning.import', {})
  if (answer.ok && answer.value !== null) {
    const tickets = answer.value.elsewhere?.tickets ?? 0
    return shown({ ok: true, value: answer.value }, say('learning.imported', { tickets }))
  }
  return answer
}

export const exportCounts = async (): Promise<Answer<unknown>> => {
  const answer = await ask('learning.export', {})
  if (answer.ok && answer.value !== null)
    useStore.getState().tell(say('learning.exported', { ...answer.value }))
  return answer
}
