import { BrowserWindow } from 'electron'

/** Milliseconds for a page that does not answer any more. */
const LONGEST = 1500

const closed = (window: BrowserWindow): Promise<void> =>
  new Promise((resolve) => {
    window.once('closed', resolve)
    window.close()
  })

/** Closes all windows; over when they are, or when one of them hangs. */
export const closeWindows = async (): Promise<void> => {
  const open = BrowserWindow.getAllWindows().filter((window) => !window.isDestroyed())
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, LONGEST).unref()
  })
  await Promise.race([Promise.all(open.map(closed)), late])
}
