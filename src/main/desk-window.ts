import { BrowserWindow, session } from 'electron'

/** The windows that somebody works in; a sheet that is being printed has a session of its own, and nobody in it. */
export const deskWindows = (): readonly BrowserWindow[] =>
  BrowserWindow.getAllWindows().filter(
    (window) => !window.isDestroyed() && window.webContents.session === session.defaultSession,
  )

/** The one that asks: the focused one, else the first. */
export const deskWindow = (): BrowserWindow | null => {
  const windows = deskWindows()
  return windows.find((window) => window.isFocused()) ?? windows[0] ?? null
}
