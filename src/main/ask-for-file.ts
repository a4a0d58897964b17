import { dialog, type FileFilter, type OpenDialogOptions } from 'electron'
import { deskWindow } from './desk-window.ts'

type Asked = { readonly title: string; readonly filters?: FileFilter[] }

/** A place that somebody picks in the system's own dialog; null when nobody does. */
export const askWhereToSave = async (asked: Asked & { defaultPath: string }): Promise<string | null> => {
  const window = deskWindow()
  const chosen = await (window ? dialog.showSaveDialog(window, asked) : dialog.showSaveDialog(asked))
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
}

const pick = async (options: OpenDialogOptions): Promise<string | null> => {
  const window = deskWindow()
  const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
}

export const askWhichToOpen = (asked: Asked): Promise<string | null> =>
  pick({ ...asked, properties: ['openFile'] })

export const askWhichFolder = (title: string, defaultPath: string): Promise<string | null> =>
  pick({ title, defaultPath, properties: ['openDirectory', 'createDirectory'] })
