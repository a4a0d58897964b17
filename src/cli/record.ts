import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { adbPlace, ownSocket } from '../device/adb-place.ts'
import { openSqliteStore, RECORD_FILE } from '../storage/open-sqlite.ts'
import type { Store } from '../storage/store.ts'
import { FIRST_SETTINGS, loadSettings } from '../usecases/keep-settings.ts'
import type { Reach } from './reach.ts'
import type { Line } from './words.ts'

/** Where the window keeps its record, so that both work on the same one (Electron's appData). */
const ownDataFolder = (): string => {
  switch (process.platform) {
    case 'win32':
      return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Benchside')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Benchside')
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Benchside')
  }
}

export const dataFolderOf = (line: Line): string =>
  resolve(line.values.data ?? process.env['BENCHSIDE_DATA'] ?? ownDataFolder())

/** The adb server and program that the window would use too. Settings that cannot be read keep no phone away. */
export const reachBy = async (store: Store | null, folder: string, port: number | null): Promise<Reach> => {
  const settings = store === null ? null : await loadSettings(store)
  const { adbProgram, ownAdbServer, internetTime } = settings?.ok ? settings.value : FIRST_SETTINGS
  return { place: adbPlace(port, ownAdbServer ? ownSocket(folder) : null), program: adbProgram, internetTime }
}

/** As above where no record is needed; none is made for asking. */
export const reachAlone = async (line: Line, port: number | null): Promise<Reach> => {
  const folder = dataFolderOf(line)
  const store = existsSync(join(folder, RECORD_FILE)) ? await openSqliteStore(folder) : null
  const reach = await reachBy(store?.ok ? store.value : null, folder, port)
  if (store?.ok) await store.value.close()
  return reach
}
