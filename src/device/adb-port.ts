import { failed, done, type Answer } from '../core/failure.ts'

const DEFAULT_PORT = 5037

/** The port of the adb server: as asked for, else ANDROID_ADB_SERVER_PORT, which adb itself obeys, else adb's own. */
export const readAdbPort = (asked: string | undefined, environment: NodeJS.ProcessEnv): Answer<number> => {
  const inherited = environment['ANDROID_ADB_SERVER_PORT']
  const port = Number(asked ?? inherited ?? DEFAULT_PORT)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return done(port)
  const field = asked === undefined ? 'ANDROID_ADB_SERVER_PORT' : '--adb-port'
  return failed('input.invalid', { field, why: 'it has to be a port number, 1 to 65535' })
}
