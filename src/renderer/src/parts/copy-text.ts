import { useStore } from '../store/store.ts'
import { say } from '../words.ts'

/** Where the clipboard may not be written to directly, the old way through a selected field works. */
const copyThroughField = (text: string): boolean => {
  const field = document.createElement('textarea')
  const focused = document.activeElement
  field.value = text
  field.className = 'unseen'
  document.body.append(field)
  field.select()
  // oxlint-disable-next-line typescript/no-deprecated -- the only other way that needs no permission
  const copied = document.execCommand('copy')
  field.remove()
  // Whoever goes through the readings by key stays where they are.
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}

/** Copies a text and says so; `called` names it where it is too long to be said. */
export const copyText = async (text: string, called: string = text): Promise<void> => {
  let copied: boolean
  try {
    await navigator.clipboard.writeText(text)
    copied = true
  } catch {
    copied = copyThroughField(text)
  }
  useStore
    .getState()
    .tell(say(copied ? 'screen.notice.copied' : 'screen.notice.not-copied', { text: called }), !copied)
}
