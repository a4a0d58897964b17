import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NoTickets } from '../../src/renderer/src/screens/tickets/no-tickets.tsx'
import { TicketLines } from '../../src/renderer/src/screens/tickets/ticket-lines.tsx'
import { EVERY_TICKET, firstPage, PAGE } from '../../src/renderer/src/store/ticket-list.ts'
import { ticket } from './fake-views.ts'

const lines = Array.from({ length: PAGE }, (_, index) => ({
  ...ticket({ id: `id-${String(index)}`, number: `T-${String(9999 - index)}` }),
  sequence: 9999 - index,
  customer: { name: 'Łukasz Źdźbło', phone: '+91 98765 43210' },
  model: 'Redmi Note 12',
  serialEnd: '4f2a',
  found: { where: 'said' as const, text: 'It cannot verify the account' },
}))

const shown = (search: string): string => {
  const list = firstPage({ ...EVERY_TICKET, search }, { lines, total: 9999, isWhole: true, next: 9900 })
  return renderToStaticMarkup(createElement(TicketLines, { list }))
}

test('of ten thousand lines those in view are drawn, each with its place in the list', () => {
  const html = shown('')
  expect(html).toContain('aria-rowcount="10000"')
  const rows = html.match(/data-line=/gu) ?? []
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.length).toBeLessThan(60)
  expect(html).toContain('T-9999')
  expect(html).not.toContain('<mark')
})

test('what was looked for is marked where it stands', () => {
  for (const [search, mark] of [
    ['zdz', 'Źdź'],
    ['9876', '98765'.slice(0, 4)],
    ['veri', 'veri'],
    ['redmi', 'Redmi'],
  ] as const)
    expect(shown(search)).toMatch(new RegExp(`<mark[^>]*>${mark}</mark>`, 'u'))
})

test('an empty list says why it is empty', () => {
  const words = (question: Partial<typeof EVERY_TICKET>): string =>
    renderToStaticMarkup(createElement(NoTickets, { question: { ...EVERY_TICKET, ...question } }))
  expect(words({})).toContain('No tickets yet')
  expect(words({ search: 'qq' })).toContain('No ticket has “qq”')
  expect(words({ search: 'qq', state: 'closed' })).toContain('No ticket here has “qq”')
  expect(words({ training: true })).toContain('No ticket is left by these filters')
})
