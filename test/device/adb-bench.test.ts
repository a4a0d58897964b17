import { expect, onTestFinished, test } from 'vitest'
import type { ServerState } from '../../src/core/phone.ts'
import { adbBench } from '../../src/device/adb/adb-bench.ts'
import type { Bench } from '../../src/device/phone-link.ts'
import { freePort } from '../simulator/listen.ts'
import { waitUntil } from '../simulator/wait-until.ts'
import { counted, misbehaviours, startFakeServer, type FakeServer, type Talk } from './fake-server.ts'

const bench = (port: number, locateAdb: () => string | null = () => null): Bench => {
  const opened = adbBench({ kind: 'port', port: port }, locateAdb)
  onTestFinished(() => opened.close())
  return opened
}

const serve = async (behave: (talk: Talk) => void | Promise<void>): Promise<FakeServer> => {
  const server = await startFakeServer(behave)
  onTestFinished(() => server.close())
  return server
}

const stateOf = (opened: Bench) => (): ServerState => opened.state().server.state
const SOON = { timeout: 4000, interval: 10 }

/** An adb server that lists these, one after the other, to whoever tracks. */
const listing =
  (version: string, ...lists: readonly string[]) =>
  async ({ socket, request }: Talk): Promise<void> => {
    if ((await request()) === 'host:version') return void socket.end(`OKAY${counted(version)}`)
    socket.write('OKAY')
    for (const list of lists) socket.write(counted(list))
  }

test('phones are there as the server lists them', async () => {
  const server = await serve(listing('0029', '', 'one unauthorized transport_id:1\n'))
  const opened = bench(server.target.port)
  expect(opened.state()).toMatchObject({ server: { state: 'starting' }, phones: [] })
  await waitUntil('a phone', () => opened.state().phones.length === 1)
  expect(opened.state()).toMatchObject({
    server: { state: 'running', version: 41, port: server.target.port },
    phones: [{ serial: 'one', transportId: 1, state: 'unauthorized' }],
  })
})

test('a server that ends takes its phones with it, and the next one brings its own', async () => {
  let round = 0
  const server = await serve(async (talk) => {
    if ((await talk.request()) === 'host:version') return void talk.socket.end(`OKAY${counted('0029')}`)
    round += 1
    talk.socket.write(`OKAY${counted(`phone-${String(round)} device transport_id:${String(round)}\n`)}`)
    if (round === 1) setTimeout(() => talk.socket.resetAndDestroy(), 50)
  })
  const opened = bench(server.target.port)
  const seen: string[] = []
  opened.onChange(({ server: { state }, phones }) =>
    seen.push([state, ...phones.map(({ serial }) => serial)].join(' ')),
  )
  await waitUntil('the second list', () => seen.includes('running phone-2'))
  expect(seen).toEqual(['running', 'running phone-1', 'starting', 'running', 'running phone-2'])
})

test('a server that is too old is told, and asked for no list', async () => {
  const server = await serve(listing('0028', 'one device transport_id:1\n'))
  const opened = bench(server.target.port)
  await expect.poll(stateOf(opened), SOON).toBe('too-old')
  expect(opened.state()).toMatchObject({ server: { version: 40 }, phones: [] })
  expect(new Set(server.requests)).toEqual(new Set(['host:version']))
})

test('another program on the port is told, and adb is there when it has gone', async () => {
  const other = await serve(({ socket }) => void misbehaviours['answers in HTTP'](socket))
  const opened = bench(other.target.port)
  await expect.poll(stateOf(opened), SOON).toBe('port-taken')
  await other.close()
  await expect.poll(stateOf(opened), SOON).toBe('no-adb')
})

test('nobody on the port and no adb program', async () => {
  await expect.poll(stateOf(bench(await freePort())), SOON).toBe('no-adb')
})

test('an adb program that starts no server', async () => {
  const opened = bench(await freePort(), () => '/bin/false')
  await expect.poll(stateOf(opened), SOON).toBe('unreachable')
  expect(opened.state().server.why).toBe('adb ended with 1')
})

test('a bench that is closed asks no more, and tells no more', async () => {
  const server = await serve(listing('0029', ''))
  const opened = adbBench({ kind: 'port', port: server.target.port }, () => null)
  await expect.poll(stateOf(opened), SOON).toBe('running')
  let told = 0
  opened.onChange(() => {
    told += 1
  })
  await opened.close()
  await waitUntil('every connection to end', () => server.open() === 0, 2000)
  expect(told).toBe(0)
  await opened.close()
})

test('a bench is closed at once while a server keeps it waiting', async () => {
  const server = await serve(misbehaviours['says nothing'])
  const opened = adbBench({ kind: 'port', port: server.target.port }, () => null)
  await waitUntil('a connection', () => server.open() === 1)
  const started = performance.now()
  await opened.close()
  expect(performance.now() - started).toBeLessThan(1000)
})

test('who no longer listens is told nothing', async () => {
  const server = await serve(listing('0029', ''))
  const opened = bench(server.target.port)
  let told = 0
  const stop = opened.onChange(() => {
    told += 1
  })
  stop()
  await expect.poll(stateOf(opened), SOON).toBe('running')
  expect(told).toBe(0)
})
