import { BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron'

type Asked = { readonly title: string; readonly filters?: FileFilter[] }

/** The window that asked; without one the question stands by itself. */
const ownWindow = (): BrowserWindow | null =>
  BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null

/** A place that somebody picks in the system's own dialog; null when nobody does. */
export const askWhereToSave = async (asked: Asked & { defaultPath: string }): Promise<string | null> => {
  const window = ownWindow()
  const chosen = await (window ? dialog.showSaveDialog(window, asked) : dialog.showSaveDialog(asked))
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
}

const pick = async (options: OpenDialogOptions): Promise<string | null> => {
  const window = ownWindow()
  const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
}

export const askWhichToOpen = (asked: Asked): Promise<string | null> =>
  pick({ ...asked, properties: ['openFile'] })

export const askWhichFolder = (title: string, defaultPath: string): Promise<string | null> =>
  pick({ title, defaultPath, properties: ['openDirectory', 'createDirectory'] })
