import { dialog } from 'electron'

/** A program file, picked in the system's own dialog; null when nothing was picked. */
export const chooseProgram = async (title: string): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog({ title, properties: ['openFile'] })
  return canceled ? null : (filePaths[0] ?? null)
}
