import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { ListedPhone } from '../../src/core/phone.ts'
import { trackPhones } from '../../src/device/adb/track.ts'
import { waitUntil } from '../simulator/wait-until.ts'
import { afterAnswer, counted, startFakeServer, type FakeServer, type Misbehaviour } from './fake-server.ts'
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
const TWO = counted('one device transport_id:1\ntwo offline transport_id:2\n')
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
