import { execFile } from 'node:child_process'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { presets, startAdbServer, startPhone } from '../simulator/index.ts'
import { openDesk, Workshop, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const NO_ADB = { BENCHSIDE_ADB: '/nonexistent' }

/** The app may start an adb server of its own on the test's port; it is ended by that port. */
const endServerAt = (port: number): void => {
  workshop.later(async () => {
    await promisify(execFile)('adb', ['-P', String(port), 'kill-server']).catch(() => undefined)
  })
}

type Holder = { close(): Promise<void> }

const hold = async (server: Server, port: number): Promise<Holder> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    close: async () => {
      if (!server.listening) return
      const closed = new Promise((resolve) => {
        server.close(resolve)
      })
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

const saysServer = async ({ page }: Desk, words: string, timeout: number): Promise<void> =>
  page.getByRole('banner').getByRole('status').getByText(words, { exact: true }).waitFor({ timeout })

test('without adb it says so, and the training phone is there', async () => {
  const environment = { ...NO_ADB, PATH: '/nonexistent' }
  const desk = await workshop.open(
    openDesk({ data: workshop.folder(), adbPort: await freePort(), environment }),
  )
  await saysServer(desk, 'No adb program found', 15_000)
  await desk.region('Phones').getByText('Install Android platform tools').waitFor()
  await desk.region('Next step').getByText('Get adb going', { exact: false }).waitFor()
  await desk.button('Try with a training phone').click()
  await desk.region('Readings').locator('[data-reading="clock.offset"]').waitFor()
})

test.each([
  ['says nothing', (): Server => createServer()],
  ['speaks HTTP', (): Server => createHttpServer((_, answer) => answer.end('hello'))],
  ['hangs up', (): Server => createServer((socket) => socket.destroy())],
])('a program on the port that %s is told, and all is well when it goes', async (_, make) => {
  const port = await freePort()
  const holder = await workshop.open(hold(make(), port))
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: port, environment: NO_ADB }))
  await saysServer(desk, 'Another program uses adb’s port', 15_000)
  await desk
    .region('Phones')
    .getByText(`on port ${String(port)}`)
    .waitFor()
  expect(await desk.button('Try with a training phone').isVisible()).toBe(true)

  await holder.close()
  const adb = await workshop.open(startAdbServer({ port }))
  const phone = await workshop.open(startPhone(presets.healthy.phone()))
  await adb.connect(phone)
  await saysServer(desk, 'adb is running', 20_000)
  await desk.region('Readings').locator('[data-reading="clock.offset"]').waitFor({ state: 'attached' })
})

test('an adb server that is killed is started again, and the phone comes back', async () => {
  const port = await freePort()
  endServerAt(port)
  const adb = await workshop.open(startAdbServer({ port }))
  const phone = await workshop.open(startPhone(presets.clockAndPackage.phone()))
  await adb.connect(phone)
  // No program to start another one with: the words of the outage stay long enough to be seen.
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: port, environment: NO_ADB }))
  await desk.region('Phones').getByText('ready').waitFor()
  await adb.kill()
  await saysServer(desk, 'No adb program found', 10_000)
  await adb.restart()
  await saysServer(desk, 'adb is running', 20_000)
  await desk.region('Phones').getByText('ready').waitFor()
  await desk.region('Readings').getByText('3 days behind').first().waitFor()
})

test('where no adb server runs the app starts one', async () => {
  const port = await freePort()
  endServerAt(port)
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: port }))
  await saysServer(desk, 'adb is running', 20_000)
  await desk.region('Next step').getByText('Plug in the phone', { exact: true }).waitFor()
  await promisify(execFile)('adb', ['-P', String(port), 'kill-server'])
  await saysServer(desk, 'adb is running', 20_000)
})
