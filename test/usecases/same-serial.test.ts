import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ListedPhone } from '../../src/core/phone.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import { followBench } from '../../src/usecases/follow-bench.ts'
import { CLOCK, fakeBench, getprop, listed, speech, valueOf } from './fakes.ts'

const PLACEHOLDER = '0123456789ABCDEF'

/** A bench whose phones are read into a real record. */
const setUp = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-serial-'))
  const store = valueOf(await openSqliteStore(folder))
  const { bench, plays, put } = fakeBench()
  let made = 0
  const follower = followBench({
    bench,
    store,
    speech,
    appVersion: '0.1.0',
    newId: () => `inspection ${String(++made)}`,
    changed: () => undefined,
    ticketRead: () => undefined,
    onBug: (error) => {
      throw error
    },
  })
  onTestFinished(async () => {
    await follower.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  /** Reads the phone that was put last or asked for last, which says that serial; its device in the record. */
  const read = async (said: string, at = plays.length - 1): Promise<string | null> => {
    const id = `inspection ${String(at + 1)}`
    await expect.poll(() => plays.length).toBeGreaterThan(at)
    await plays[at]?.send(CLOCK, getprop(said))
    await plays[at]?.end()
    await expect.poll(async () => valueOf(await store.inspection(id))?.tookMs ?? null).not.toBeNull()
    return valueOf(await store.inspection(id))?.deviceId ?? null
  }
  const plug = async (...phones: readonly ListedPhone[]): Promise<void> => {
    const before = plays.length
    await put(...phones)
    if (phones.length > 0) await expect.poll(() => plays.length).toBeGreaterThan(before)
  }
  const ticketOn = async (key: string): Promise<string> => {
    const ticket = valueOf(
      await store.openTicket({
        customerName: 'Asha',
        customerPhone: '1',
        said: 'x',
        symptoms: [],
        consents: [],
        inspectionId: follower.inspectionIdOf(key),
        at: '2026-11-23T10:00:00.000Z',
        who: 'counter',
      }),
    )
    follower.tie(key, ticket.id)
    return ticket.id
  }
  const ticketOf = (key: string) => follower.view().phones.find((phone) => phone.key === key)?.ticketId
  return { store, plays, put, plug, read, follower, ticketOn, ticketOf }
}

test('a serial of its own is the same device when the phone comes back', async () => {
  const { plug, put, read } = await setUp()
  await plug(listed(1, 'usb1'))
  const first = await read('S1')
  await put()
  await plug(listed(2, 'usb1'))
  expect(await read('S1')).toBe(first)
})

test('a serial that is nobody’s is another device for each phone that says it', async () => {
  const { plug, put, read, ticketOn, ticketOf } = await setUp()
  await plug(listed(1, PLACEHOLDER))
  const first = await read(PLACEHOLDER)
  await ticketOn('transport-1')
  await put()
  await plug(listed(2, PLACEHOLDER))
  expect(await read(PLACEHOLDER)).not.toBe(first)
  expect(ticketOf('transport-2')).toBe(null)
})

test('a phone without a serial of its own stays one device, and with its ticket, while it is there', async () => {
  const { plug, read, follower, plays, store, ticketOn, ticketOf } = await setUp()
  await plug(listed(1, PLACEHOLDER))
  const first = await read(PLACEHOLDER)
  const ticket = await ticketOn('transport-1')
  expect(follower.read('transport-1')).toBe(true)
  await expect.poll(() => plays.length).toBe(2)
  expect(await read(PLACEHOLDER)).toBe(first)
  expect(ticketOf('transport-1')).toBe(ticket)
  expect(valueOf(await store.inspection('inspection 2'))?.ticketId).toBe(ticket)
})

test('two phones that say one serial at the same time are two devices, each with its own ticket', async () => {
  const { plug, read, ticketOn, ticketOf, follower, plays } = await setUp()
  await plug(listed(1, 'usb1'))
  const first = await read('S1')
  const ticket = await ticketOn('transport-1')
  await plug(listed(1, 'usb1'), listed(2, 'usb2'))
  const second = await read('S1')
  expect(second).not.toBe(first)
  expect(ticketOf('transport-2')).toBe(null)
  expect(follower.read('transport-1')).toBe(true)
  await expect.poll(() => plays.length).toBe(3)
  expect(await read('S1')).toBe(first)
  expect(ticketOf('transport-1')).toBe(ticket)
  expect(follower.read('transport-2')).toBe(true)
  await expect.poll(() => plays.length).toBe(4)
  expect(await read('S1')).toBe(second)
})

test('a serial that two phones have said tells nothing from then on', async () => {
  const { plug, put, read, ticketOn, ticketOf } = await setUp()
  await plug(listed(1, 'usb1'))
  const first = await read('S1')
  await ticketOn('transport-1')
  await plug(listed(1, 'usb1'), listed(2, 'usb2'))
  const second = await read('S1')
  await put()
  await plug(listed(3, 'usb3'))
  const third = await read('S1')
  expect([first, second]).not.toContain(third)
  expect(ticketOf('transport-3')).toBe(null)
})

test('of two phones that adb lists under one serial neither takes the other’s place', async () => {
  const { plug, put, read, follower } = await setUp()
  await plug(listed(1, 'same'), listed(2, 'same'))
  await expect.poll(() => follower.view().phones.length).toBe(2)
  const first = await read('S1', 0)
  expect(await read('S1', 1)).not.toBe(first)
  await put()
  await plug(listed(3, 'same'))
  expect(follower.view().phones.map(({ key }) => key)).toEqual(['transport-1', 'transport-2', 'transport-3'])
})
