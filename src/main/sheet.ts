import { BrowserWindow } from 'electron'
import { failed, type Answer } from '../core/failure.ts'
import type { PaperSize } from '../core/paper/paper.ts'
import { deskWindow } from './desk-window.ts'
import { contentHeight } from './sheet-engine.ts'
import { servePage, sheetSession } from './sheet-session.ts'

/** Micrometres; a roll printer's paper is as long as what is on it. */
const FIXED = { A4: { width: 210_000, height: 297_000 }, label: { width: 62_000, height: 29_000 } } as const
const ROLL_WIDTH = 80_000

/** Half a millimetre more than was measured: what is rounded must not begin a second page. */
const SPARE = 500

/** Milliseconds until a page has to be laid out, which takes a fraction of a second. */
const LONGEST = 20_000

export type Sheet = {
  readonly window: BrowserWindow
  readonly page: { readonly width: number; readonly height: number }
  /** From here on somebody decides how long it takes: a dialog is open. */
  readonly atLeisure: () => void
}

/** drawn: for a picture, which a window that is never shown only gives when it draws off the screen. */
export type SheetUse = 'printed' | 'drawn'

const hiddenWindow = (use: SheetUse): BrowserWindow =>
  new BrowserWindow({
    show: false,
    skipTaskbar: true,
    webPreferences: {
      session: sheetSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
      images: false,
      spellcheck: false,
      offscreen: use === 'drawn',
    },
  })

const notMade = (why: 'late' | 'gone' | 'engine'): Answer<never> => failed('paper.not-made', { why })

/**
 * A page laid out for paper in a window that nobody sees and nothing runs in. It is gone when `work` is done, when that
 * takes too long, when the page dies, and with the window that asked.
 */
export const withSheet = async <T>(
  html: string,
  { size, use }: { readonly size: PaperSize; readonly use: SheetUse },
  work: (sheet: Sheet) => Promise<Answer<T>>,
): Promise<Answer<T>> => {
  const { address, forget } = servePage(html)
  const window = hiddenWindow(use)
  const asking = deskWindow()
  const close = (): void => {
    if (!window.isDestroyed()) window.destroy()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const ended = new Promise<Answer<never>>((resolve) => {
    timer = setTimeout(() => resolve(notMade('late')), LONGEST)
    window.once('closed', () => resolve(notMade('gone')))
    window.webContents.once('render-process-gone', () => resolve(notMade('gone')))
  })
  asking?.once('closed', close)
  const made = async (): Promise<Answer<T>> => {
    await window.loadURL(address)
    const height = size === 'roll' ? (await contentHeight(window, ROLL_WIDTH)) + SPARE : 0
    const page = size === 'roll' ? { width: ROLL_WIDTH, height } : FIXED[size]
    return work({ window, page, atLeisure: () => clearTimeout(timer) })
  }
  try {
    return await Promise.race([made().catch(() => notMade('engine')), ended])
  } finally {
    clearTimeout(timer)
    asking?.removeListener('closed', close)
    close()
    forget()
  }
}
