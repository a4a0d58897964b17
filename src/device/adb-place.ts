import { statSync } from 'node:fs'
import { join } from 'node:path'
import { failed, done, type Answer } from '../core/failure.ts'

const DEFAULT_PORT = 5037
/** A socket's path has 104 bytes on macOS and 108 on Linux, the closing NUL included (sys/un.h). */
const LONGEST_SOCKET = 100

/** Where the adb server is: on a port of this computer, shared with other programs, or our own on a socket file. */
export type AdbPlace =
  { readonly kind: 'port'; readonly port: number } | { readonly kind: 'own'; readonly socket: string }

/** The port that somebody asked for, by option or by ANDROID_ADB_SERVER_PORT, which adb itself obeys; else null. */
export const readAdbPort = (
  asked: string | undefined,
  environment: NodeJS.ProcessEnv,
): Answer<number | null> => {
  const wanted = asked ?? environment['ANDROID_ADB_SERVER_PORT']
  if (wanted === undefined) return done(null)
  const port = Number(wanted)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return done(port)
  const field = asked === undefined ? 'ANDROID_ADB_SERVER_PORT' : '--adb-port'
  return failed('input.invalid', { field, why: 'it has to be a port number, 1 to 65535' })
}

/** In a folder that others can write into, anybody of this computer could put a server of theirs in that place. */
const isOursAlone = (folder: string): boolean => {
  try {
    const { mode, uid } = statSync(folder)
    return (mode & 0o022) === 0 && uid === process.getuid?.()
  } catch {
    return false
  }
}

/**
 * Where an adb server of our own listens: in the data folder, as long as that is its owner's alone. Null where it is
 * not, where adb knows no socket files (Windows) or the path is too long for one.
 */
export const ownSocket = (
  dataFolder: string,
  platform: NodeJS.Platform = process.platform,
): string | null => {
  const socket = join(dataFolder, 'adb.sock')
  if (platform === 'win32' || Buffer.byteLength(socket) > LONGEST_SOCKET) return null
  return isOursAlone(dataFolder) ? socket : null
}

/** A port that was asked for counts first, then the wish for a server of our own, else adb's usual port. */
export const adbPlace = (port: number | null, own: string | null): AdbPlace => {
  if (port === null && own !== null) return { kind: 'own', socket: own }
  return { kind: 'port', port: port ?? DEFAULT_PORT }
}
