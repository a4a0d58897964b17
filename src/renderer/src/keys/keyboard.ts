import { searchFor } from '../actions/place.ts'
import { takeImei, takesImei } from '../actions/scanned-imei.ts'
import { openOnlyMatch } from '../actions/ticket-list.ts'
import { unattended } from '../desk.ts'
import { isScan, NOTHING_TYPED, SCAN_GAP_MS, typeKey, type Typed } from './scan.ts'
import { walk } from './walk.ts'

/** Where keys are text. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('textarea, select, input:not([type=radio], [type=checkbox])')

/** Keys of a row of a list work where the focus is in that row. */
const pressInRow = (key: string): boolean => {
  const row = document.activeElement?.closest('li')
  const control = [...(row?.querySelectorAll<HTMLElement>('[data-row-shortcut]') ?? [])].find(
    (element) => element.dataset['rowShortcut'] === key,
  )
  control?.click()
  return control !== undefined
}

/** Does what the control with this shortcut does, or leads to it; hidden and disabled ones do nothing. */
const press = (key: string): boolean => {
  if (pressInRow(key)) return true
  const scope = document.querySelector('dialog[open]') ?? document
  const control = [...scope.querySelectorAll<HTMLElement>('[data-shortcut]')].find(
    (element) => element.dataset['shortcut'] === key && element.checkVisibility(),
  )
  if (!control) return false
  if (control instanceof HTMLInputElement) {
    control.focus()
    control.select()
  } else if (control.dataset['shortcutLeads'] === undefined) control.click()
  else control.focus()
  return true
}

/** A scanned IMEI belongs to the ticket that is being written; every other code is looked for. */
const takeScan = (text: string): void => {
  if (takesImei(text)) takeImei(text)
  else searchFor(text)
}

const IMMEDIATE = new Set(['/', '?'])

/**
 * Single keys are shortcuts, but a scanner types too: a key waits for a moment, and what follows at a scanner's
 * pace goes to the search box as one code.
 */
export const listenToKeys = (): (() => void) => {
  let typed: Typed = NOTHING_TYPED
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = (): void => {
    const { text } = typed
    if (isScan(typed)) takeScan(text)
    else for (const key of text) press(key.toLowerCase())
    typed = NOTHING_TYPED
  }

  const onKey = (event: KeyboardEvent): void => {
    // As everywhere else, also out of a field.
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f') {
      if (press('/')) event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    const isScanned = isScan(typed) && event.timeStamp - typed.lastAt <= SCAN_GAP_MS
    if (event.key === 'Enter' && isScanned) {
      event.preventDefault()
      clearTimeout(timer)
      const { text } = typed
      settle()
      if (!takesImei(text)) unattended(openOnlyMatch(text))
      return
    }
    if (walk(event.key, event.target)) {
      event.preventDefault()
      return
    }
    if (event.key.length !== 1 || event.key === ' ') return
    if (IMMEDIATE.has(event.key) && typed.text === '') {
      if (press(event.key)) event.preventDefault()
      return
    }
    typed = typeKey(typed, event.key, event.timeStamp)
    clearTimeout(timer)
    timer = setTimeout(settle, SCAN_GAP_MS + 10)
  }

  document.addEventListener('keydown', onKey)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('keydown', onKey)
  }
}
