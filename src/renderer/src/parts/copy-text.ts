import { useStore } from '../store/store.ts'
import { say } from '../words.ts'

/** Where the clipboard may not be written to directly, the old way through a selected field works. */
const copyThroughField = (text: string): boolean => {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  document.body.append(field)
  field.select()
  // oxlint-disable-next-line typescript/no-deprecated -- the only other way that needs no permission
  const copied = document.execCommand('copy')
  field.remove()
  return copied
}

export const copyText = async (text: string): Promise<void> => {
  let copied: boolean
  try {
    await navigator.clipboard.writeText(text)
    copied = true
  } catch {
    copied = copyThroughField(text)
  }
  useStore.getState().tell(say(copied ? 'screen.notice.copied' : 'screen.notice.not-copied', { text }))
}
