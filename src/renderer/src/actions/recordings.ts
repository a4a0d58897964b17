import type { Answer } from '../../../core/failure.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { say } from '../words.ts'

export const saveRecording = async (key: string): Promise<Answer<{ readonly name: string | null }>> => {
  const answer = await ask('recording.save', { key })
  if (answer.ok && answer.value.name !== null)
    useStore.getState().tell(say('recording.saved', { name: answer.value.name }))
  return answer
}

export const openRecording = async (): Promise<Answer<{ readonly key: string | null }>> => {
  const answer = await ask('recording.open', {})
  if (answer.ok && answer.value.key !== null) useStore.getState().selectPhone(answer.value.key)
  return answer
}

export const closeRecording = async (key: string): Promise<Answer<null>> => ask('recording.close', { key })
