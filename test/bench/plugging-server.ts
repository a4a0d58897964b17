/** An adb server on which a phone is plugged in and pulled out as fast as it can be told; prints its port. */
import { counted, startFakeServer } from '../device/fake-server.ts'

const BETWEEN_MS = 2

let transport = 0
const server = await startFakeServer(async ({ socket, request }) => {
  const asked = await request()
  if (asked === 'host:version') return void socket.end(`OKAY${counted('0029')}`)
  socket.write('OKAY')
  if (asked !== 'host:track-devices-l') {
    // A phone that answers nothing: whoever reads it is cut short when it is pulled out.
    await request()
    return void socket.write('OKAY')
  }
  let plugged = false
  const timer = setInterval(() => {
    plugged = !plugged
    if (plugged) transport += 1
    socket.write(
      counted(plugged ? `S${String(transport % 40)} device transport_id:${String(transport)}\n` : ''),
    )
  }, BETWEEN_MS)
  socket.once('close', () => clearInterval(timer))
})
process.stdout.write(`${String(server.target.port)}\n`)
process.once('disconnect', () => process.exit(0))
