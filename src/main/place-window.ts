import { app } from 'electron'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Arguments } from './arguments.ts'

/** Where the window keeps what is its own: beside the record, or, where that cannot be, in a place that is nobody's. */
export const placeWindow = ({ dataFolder, isOwnFolder }: Arguments): void => {
  // A folder on a stick that is not plugged in is not made anew: opening the record says that it is not there.
  const isThere = isOwnFolder || existsSync(dirname(dataFolder))
  try {
    if (isThere) mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  } catch {
    // Opening the record says why.
  }
  const folder = isThere ? join(dataFolder, 'window') : join(app.getPath('temp'), 'benchside-window')
  app.setPath('userData', folder)
}
