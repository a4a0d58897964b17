/** An adb server with one phone on it that misbehaves in each shell as it is told; prints its port. */
import { counted, startFakeServer } from '../device/fake-server.ts'

const frame = (kind: number, bytes: Buffer): Buffer => {
  const header = Buffer.alloc(5)
  header.writeUInt8(kind, 0)
  header.writeUInt32LE(bytes.length, 1)
  return Buffer.concat([header, bytes])
}
const words = Buffer.alloc(32_000, 'words of a phone that does not stop\n')

const EXIT = frame(3, Buffer.from([0]))
const SHELLS = {
  'ends at once': EXIT,
  'writes without end': frame(1, words),
  'complains without end': frame(2, words),
  'claims a frame of 4 GiB': Buffer.concat([Buffer.from([1, 255, 255, 255, 255]), words]),
} as const
export type Hostile = keyof typeof SHELLS

const isHostile = (name: string): name is Hostile => Object.hasOwn(SHELLS, name)
const name = process.argv[2] ?? ''
if (!isHostile(name)) throw new Error(`no such shell: ${name}`)
const bytes = SHELLS[name]

const server = await startFakeServer(async ({ socket, request }) => {
  await request()
  socket.write('OKAY')
  const service = await request()
  socket.write('OKAY')
  if (service === 'host:features') return void socket.write(counted('cmd,shell_v2'))
  if (bytes === EXIT) return void socket.end(bytes)
  const more = (): void => {
    while (!socket.destroyed && socket.write(bytes));
  }
  socket.on('drain', more)
  more()
})
process.stdout.write(`${String(server.target.port)}\n`)
process.once('disconnect', () => process.exit(0))
