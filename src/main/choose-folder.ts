import { BrowserWindow, dialog } from 'electron'

/** A folder that somebody picks in the system's own dialog; null when nobody does. */
export const chooseFolder = async (title: string, defaultPath: string): Promise<string | null> => {
  const options = { title, defaultPath, properties: ['openDirectory' as const, 'createDirectory' as const] }
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
}
