import { connect } from 'node:net'

/**
 * Asks the adb server itself, without starting one as the `adb` command would.
 * Source: AOSP packages/modules/adb/SERVICES.TXT. Undefined: no server, or none that answers in time.
 */
export function askAdbServer(
  port: number,
  question: string,
  milliseconds = 1000,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const length = Buffer.byteLength(question).toString(16).padStart(4, '0')
    const socket = connect(port, '127.0.0.1', () => socket.write(`${length}${question}`))
    let answer = ''
    const finish = (): void => {
      clearTimeout(timer)
      socket.destroy()
      // OKAY, four digits of length, the text.
      resolve(answer.startsWith('OKAY') ? answer.slice(8) : undefined)
    }
    const timer = setTimeout(finish, milliseconds)
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString()
    })
    socket.once('error', () => {})
    socket.once('close', finish)
  })
}

/** State by serial, as `adb devices` lists them. */
export async function listedPhones(port: number): Promise<ReadonlyMap<string, string>> {
  const lines = (await askAdbServer(port, 'host:devices'))?.split('\n') ?? []
  return new Map(
    lines.flatMap((line) => {
      const [serial, state] = line.split('\t')
      return serial === undefined || state === undefined ? [] : [[serial, state] as const]
    }),
  )
}
