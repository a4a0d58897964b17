import { createServer, type RequestListener } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { askInternetTime, internetClock } from '../../src/device/internet-time.ts'
import { closed, listen } from '../simulator/listen.ts'

const serve = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer)
  const port = await listen(server)
  onTestFinished(async () => {
    server.closeAllConnections()
    await closed(server)
  })
  return `http://127.0.0.1:${String(port)}/generate_204`
}

const tells =
  (seconds: number, status = 204): RequestListener =>
  (_, answer) => {
    answer.writeHead(status, { date: new Date(Date.now() + seconds * 1000).toUTCString() }).end()
  }
const never = new AbortController().signal

test('two servers that agree tell how wrong this computer is', async () => {
  const servers = await Promise.all([serve(tells(7200)), serve(tells(7200)), serve(tells(0, 200))])
  const reading = await askInternetTime(never, servers)
  expect(reading.status === 'measured' && Math.abs(reading.value - 7200)).toBeLessThan(2)
})

test.each<[string, RequestListener]>([
  ['a captive portal', tells(0, 302)],
  ['one that hangs up', (_, answer) => answer.destroy()],
  [
    'one that sends headers without end',
    (_, answer) => void answer.writeHead(204, { x: 'x'.repeat(20_000) }).end(),
  ],
  [
    'one that tells no date',
    (_, answer) => void Object.assign(answer, { sendDate: false }).writeHead(204).end(),
  ],
])('%s is not believed', async (_, answer) => {
  const servers = await Promise.all([serve(answer), serve(answer), serve(tells(0))])
  expect((await askInternetTime(never, servers)).status).toBe('unreadable')
})

test('a server that switches to another protocol is given up', async () => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.write('HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'))
  })
  const port = await listen(server)
  onTestFinished(async () => closed(server))
  const reading = await askInternetTime(never, [`http://127.0.0.1:${String(port)}/`])
  expect(reading.status).toBe('unreadable')
})

test('a silent server is given up, and an end is obeyed at once', async () => {
  const silent = await serve(() => undefined)
  const stop = new AbortController()
  const asked = askInternetTime(stop.signal, [silent, silent])
  stop.abort()
  expect((await asked).status).toBe('unreadable')
})

test('is asked only when the shop allows it, in the background, and not again at once', async () => {
  let asked = 0
  const servers = await Promise.all(
    [1, 2].map(async () =>
      serve((request, answer) => {
        asked += 1
        tells(600)(request, answer)
      }),
    ),
  )
  let allowed = false
  const clock = internetClock(() => allowed, servers)
  onTestFinished(clock.close)
  expect(clock.latest()).toBeNull()
  allowed = true
  expect(clock.latest()).toBeNull()
  await vi.waitFor(() => expect(clock.latest()?.status).toBe('measured'), 5000)
  expect(clock.latest()?.status).toBe('measured')
  expect(asked).toBe(2)
  allowed = false
  expect(clock.latest()).toBeNull()
})
