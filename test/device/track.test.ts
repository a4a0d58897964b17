import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { ListedPhone } from '../../src/core/phone.ts'
import { trackPhones } from '../../src/device/adb/track.ts'
import { waitUntil } from '../simulator/wait-until.ts'
import {
  afterAnswer,
  counted,
  misbehaviours,
  startFakeServer,
  type FakeServer,
  type Misbehaviour,
} from './fake-server.ts'
import { cutAt, utf8 } from './in-pieces.ts'
import { expectNothingLeft, watchTimers } from './leaks.ts'

const LIMITS = {
  connectMs: 1000,
  firstByteMs: 100,
  firstListMs: 200,
  idleMs: null,
  totalMs: null,
  maxBytes: null,
}

const serve = async (act: Misbehaviour): Promise<FakeServer> => {
  const server = await startFakeServer(afterAnswer(1, act))
  onTestFinished(() => server.close())
  return server
}

const serials = (lists: readonly (readonly ListedPhone[])[]): readonly string[] =>
  lists.map((phones) => phones.map(({ serial }) => serial).join(' '))

const ONE = counted('one device transport_id:1\n')
const TWO = counted('one device transport_id:1\ntwo unauthorized transport_id:2\n')
const NONE = '0000'

/** The lists that come until the server ends the connection. */
const listsFrom = async (act: Misbehaviour): Promise<readonly string[]> => {
  const server = await serve(act)
  const timers = watchTimers()
  const lists: (readonly ListedPhone[])[] = []
  await trackPhones(server.target, new AbortController().signal, (phones) => lists.push(phones), LIMITS)
  expect(server.requests).toEqual(['host:track-devices-l'])
  await expectNothingLeft(timers, server)
  return serials(lists)
}

test('each list is told, also one of no phone, until the server ends', async () => {
  expect(await listsFrom((socket) => socket.end(NONE + ONE + TWO + NONE))).toEqual(['', 'one', 'one two', ''])
})

test('a list that is cut off is not told', async () => {
  expect(await listsFrom((socket) => socket.end(ONE + TWO.slice(0, -5)))).toEqual(['one'])
  expect(await listsFrom((socket) => socket.end(ONE + TWO.slice(0, 2)))).toEqual(['one'])
})

test('a length that is none ends the list', async () => {
  expect(await listsFrom((socket) => socket.write(`${ONE}zzzz`))).toEqual(['one'])
})

test('a list that does not come is not waited for', async () => {
  expect(await listsFrom(() => undefined)).toEqual([])
  expect(await listsFrom((socket) => socket.write(ONE.slice(0, 9)))).toEqual([])
})

test('however lists are cut, they are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1000), { maxLength: 6 }), async (places) => {
      const pieces = cutAt(utf8(ONE + NONE + TWO), places)
      const got = await listsFrom((socket) => {
        for (const piece of pieces) socket.write(piece)
        socket.end()
      })
      expect(got).toEqual(['one', '', 'one two'])
    }),
    { numRuns: 15 },
  )
})

test('silence after a list is right, and the end comes when the app says so', async () => {
  const server = await serve((socket) => {
    socket.write(ONE)
    setTimeout(() => socket.write(TWO), 400)
  })
  const stop = new AbortController()
  const timers = watchTimers()
  const lists: (readonly ListedPhone[])[] = []
  const tracking = trackPhones(server.target, stop.signal, (phones) => lists.push(phones), LIMITS)
  await waitUntil('the second list', () => lists.length === 2, 2000)
  expect(serials(lists)).toEqual(['one', 'one two'])
  stop.abort()
  await tracking
  await expectNothingLeft(timers, server)
})

const line = (state: string): string => `one               ${state} transport_id:1\n`

/** An adb server of before platform-tools 30: who follows the list is not told all that who asks for it is. */
const forgetful = async (
  follows: Misbehaviour,
  asks: Misbehaviour,
): Promise<{ server: FakeServer; states: string[]; stop: AbortController; ended: Promise<void> }> => {
  const server = await startFakeServer(async ({ socket, request }) => {
    const followed = (await request()) === 'host:track-devices-l'
    socket.write('OKAY')
    if (followed) follows(socket)
    else asks(socket)
  })
  onTestFinished(() => server.close())
  const states: string[] = []
  const stop = new AbortController()
  const ended = trackPhones(
    server.target,
    stop.signal,
    (phones) => states.push(phones.map(({ state }) => state).join(' ')),
    LIMITS,
  )
  return { server, states, stop, ended }
}

test.each(['offline', 'connecting', 'authorizing'])(
  'a phone that is listed as %s is asked after until it waits for Allow',
  async (state) => {
    const timers = watchTimers()
    let asked = 0
    const { server, states, stop, ended } = await forgetful(
      (socket) => socket.write(counted(line(state))),
      (socket) => {
        asked += 1
        socket.end(counted(line(asked === 1 ? state : 'unauthorized')))
      },
    )
    await waitUntil('the second state', () => states.length === 2, 3000)
    expect(states).toEqual([state, 'unauthorized'])
    expect(timers()).toBe(0)
    stop.abort()
    await ended
    await expectNothingLeft(timers, server)
    expect(asked).toBe(2)
  },
)

test('phones that have settled are not asked after', async () => {
  const { server, states, stop, ended } = await forgetful(
    (socket) => {
      for (const state of ['device', 'unauthorized', 'recovery', 'no permissions']) {
        socket.write(counted(line(state)))
      }
    },
    (socket) => socket.end(NONE),
  )
  await waitUntil('all states', () => states.length === 4, 2000)
  await new Promise((resolve) => {
    setTimeout(resolve, 300)
  })
  stop.abort()
  await ended
  expect(server.requests).toEqual(['host:track-devices-l'])
})

test('a newer list ends the asking, also while an answer is on its way', async () => {
  const { server, states, stop, ended } = await forgetful(
    (socket) => {
      socket.write(counted(line('offline')))
      setTimeout(() => socket.write(counted(line('device'))), 300)
    },
    (socket) => setTimeout(() => socket.end(counted(line('unauthorized'))), 200),
  )
  await waitUntil('the phone', () => states.includes('device'), 2000)
  await waitUntil('the question to end', () => server.open() === 1, 2000)
  stop.abort()
  await ended
  expect(states).toEqual(['offline', 'device'])
})

test.each(Object.entries(misbehaviours))(
  'asking after a phone ends with the list, at a server that %s',
  async (_, misbehave) => {
    const timers = watchTimers()
    const { server, states, ended } = await forgetful((socket) => {
      socket.write(counted(line('offline')))
      setTimeout(() => socket.end(), 400)
    }, misbehave)
    await ended
    await expectNothingLeft(timers, server)
    expect(states).toEqual(['offline'])
  },
)
