import { connect } from 'node:net'

/** Asks whether an adb server answers on the port, without starting one as the `adb` command would. */
export function answersVersion(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('000chost:version'))
    const end = (answered: boolean): void => {
      socket.destroy()
      resolve(answered)
    }
    socket.setTimeout(1000, () => end(false))
    socket.once('data', (bytes: Buffer) => end(bytes.toString().startsWith('OKAY')))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
  })
}
