import { expect, test } from 'vitest'
import type { TicketLineView } from '../../src/contract/views.ts'
import {
  EVERY_TICKET,
  firstPage,
  lengthOf,
  lineAt,
  PAGE,
  withPage,
  withTicket,
} from '../../src/renderer/src/store/ticket-list.ts'
import { ticket } from './fake-views.ts'

const line = (sequence: number): TicketLineView => ({
  ...ticket({ id: `id-${String(sequence)}` }),
  sequence,
  model: null,
  serialEnd: null,
  found: null,
})

const lines = (from: number, count = PAGE): readonly TicketLineView[] =>
  Array.from({ length: count }, (_, index) => line(from - index))

test('a list that was counted is as long as it is, and a page anywhere finds its place', () => {
  const newest = 10 * PAGE
  const page = { lines: lines(newest), total: newest, isWhole: true, next: 9 * PAGE + 1 }
  const sixth = { ...page, lines: lines(5 * PAGE), next: 4 * PAGE + 1 }
  const list = withPage(firstPage(EVERY_TICKET, page), 5, sixth)
  expect(lengthOf(list)).toBe(newest)
  expect(lineAt(list, 0)?.sequence).toBe(newest)
  expect(lineAt(list, 5 * PAGE + 23)?.sequence).toBe(5 * PAGE - 23)
  expect(lineAt(list, 2 * PAGE + 1)).toBeNull()
  expect(list.starts).toEqual({ 0: null, 1: 9 * PAGE + 1, 6: 4 * PAGE + 1 })
})

test('one that was not counted goes on for as long as there is a next page', () => {
  const page = { lines: lines(1000), total: 130, isWhole: false, next: 901 }
  const first = firstPage(EVERY_TICKET, page)
  expect(lengthOf(first)).toBe(2 * PAGE)
  const last = withPage(first, 1, { ...page, lines: lines(900, 30), next: null })
  expect(lengthOf(last)).toBe(PAGE + 30)
})

test('of a list that is scrolled to its end only the pages around are kept, and the first', () => {
  let list = firstPage(EVERY_TICKET, { lines: lines(100_000), total: 100_000, isWhole: true, next: 99_901 })
  for (let at = 1; at < 200; at += 1)
    list = withPage(list, at, {
      lines: lines(100_000 - at * PAGE),
      total: 0,
      isWhole: true,
      next: 100_000 - (at + 1) * PAGE + 1,
    })
  expect(Object.keys(list.pages).length).toBeLessThan(100)
  expect(lineAt(list, 0)).not.toBeNull()
  expect(lineAt(list, 199 * PAGE)).not.toBeNull()
})

test('a ticket that changes changes in its line', () => {
  const list = firstPage(EVERY_TICKET, { lines: lines(3, 3), total: 3, isWhole: true, next: null })
  const changed = withTicket(list, ticket({ id: 'id-2', state: 'fixed', workedFix: 'set-clock' }))
  expect(changed.pages[0]?.map(({ state }) => state)).toEqual(['diagnosing', 'fixed', 'diagnosing'])
  expect(changed.pages[0]?.[1]?.workedFix).toBe('set-clock')
})
