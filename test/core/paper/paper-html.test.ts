import * as fc from 'fast-check'
import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { escaped } from '../../../src/core/paper/escaped.ts'
import { makePaper } from '../../../src/core/paper/make-paper.ts'
import { paperHtml } from '../../../src/core/paper/paper-html.ts'
import { PAPER_KINDS, SIZES_OF } from '../../../src/core/paper/paper.ts'
import type { PaperTicket } from '../../../src/core/paper/paper-ticket.ts'
import { paperStyle } from '../../../src/core/paper/paper-style.ts'
import { qrDots } from '../../../src/core/paper/qr-code.ts'
import { ticketNumber } from '../../../src/core/ticket.ts'
import { FULL, speech } from './some-ticket.ts'

const NOW = '2026-11-22T08:00:00.000Z'
const ALL = PAPER_KINDS.flatMap((kind) => SIZES_OF[kind].map((size) => [kind, size] as const))

const page = (
  ticket: PaperTicket,
  kind: (typeof PAPER_KINDS)[number],
  size: (typeof ALL)[number][1],
  letterhead = '',
) =>
  paperHtml(makePaper(kind, ticket, { now: NOW, shop: { letterhead, warrantyDays: 30 } }, speech), size, 'en')

/** The page's tags and nothing between them: what whoever wrote the texts cannot change. */
const skeleton = (html: string): string[] => html.match(/<[^>]*>/gu) ?? []

const ODD = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</style></title></bdi><iframe src="https://example.com">',
    '&lt;b&gt; &#60;script&#62;',
    '\u202Egnp.exe\u0000\u001B[31m\uD800',
    "' onload='x",
    ']]><!--',
  ),
)

/** Not blank, since a blank field leaves its line away. */
const words = ODD.map((odd) => `x${odd}`)

const rubbish = fc.record({
  name: words,
  phone: words,
  model: words,
  serial: words,
  said: words,
  conditionNote: words,
  leftNote: words,
  currency: words,
  label: words,
  before: words,
  after: words,
  technician: words,
  takenInBy: words,
  fix: words,
  advice: words,
  cause: words,
  because: words,
  letterhead: words.map((line) => line.replaceAll(/[\s\u0085]/gu, ' ')),
  reading: words,
})

const filled = (odd: Readonly<Record<string, string>>): PaperTicket => {
  const of = (name: string): string => odd[name] ?? 'x'
  return {
    ...FULL,
    customer: { id: 'c', name: of('name'), phone: of('phone') },
    device: { id: 'd', model: of('model'), serial: of('serial'), imeis: [] },
    said: of('said'),
    symptoms: [of('fix')],
    attempts: FULL.attempts
      .slice(0, 1)
      .map((one) => ({ ...one, fix: of('fix'), technician: of('technician') })),
    workedFix: null,
    intake: {
      ...FULL.intake,
      conditionNote: of('conditionNote'),
      leftNote: of('leftNote'),
      currency: of('currency'),
    },
    changes: [{ label: of('label'), before: of('before'), after: of('after') }],
    advice: [{ title: of('advice'), text: of('advice') }],
    diagnosis: {
      causes: [
        {
          id: 'c',
          title: of('cause'),
          covers: [],
          prior: 0.1,
          probability: 0.9,
          because: [{ evidence: 'reading:x', effect: 'for', factor: 2, direct: true, text: of('because') }],
        },
      ],
    },
    inspection: {
      startedAt: NOW,
      readings: {
        'network.proxy': { status: 'measured', value: of('reading') as never, command: 'x' },
        'phone.model': { status: 'unreadable', reason: of('reading'), command: 'x' },
      },
    },
    takenInBy: of('takenInBy'),
  }
}

const PLAIN = Object.fromEntries(
  'name phone model serial said conditionNote leftNote currency label before after technician takenInBy fix advice cause because letterhead reading'
    .split(' ')
    .map((name) => [name, 'x']),
)

test.each(ALL)('rubbish in every field of %s on %s changes not one tag of the page', (kind, size) => {
  const plain = skeleton(page(filled(PLAIN), kind, size, 'x'))
  expect(plain.length).toBeGreaterThan(kind === 'label' ? 15 : 60)
  fc.assert(
    fc.property(rubbish, (odd) => {
      const html = page(filled(odd), kind, size, odd.letterhead)
      expect(skeleton(html)).toEqual(plain)
      expect(html).not.toMatch(/\p{Cs}/u)
      // oxlint-disable-next-line no-control-regex -- control characters are what this test is about
      expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u)
    }),
    { numRuns: 150 },
  )
})

test('an attribute cannot be left by what stands in it', () => {
  fc.assert(
    fc.property(words, (odd) => {
      expect(escaped(odd)).not.toMatch(/[<>"']/u)
    }),
  )
  expect(escaped('a & b < c')).toBe('a &amp; b &lt; c')
})

test.each(ALL)('%s on %s loads nothing and runs nothing', (kind, size) => {
  const html = page(FULL, kind, size)
  expect(html).not.toMatch(/<script|<img|<link|<iframe|<object|\bsrc=|\bhref=|url\(|@import|\bon\w+=/iu)
})

test('a number that is none cannot become part of the style', () => {
  expect(paperStyle('A4', 'T-1";}body{display:none}@page{x:"')).not.toContain('display:none}')
  expect(paperStyle('A4', 'T-0412')).toContain('T-0412')
})

/** As a camera sees it: eight grey bytes a dot. */
const picture = (dots: readonly (readonly boolean[])[]) => {
  const scale = 8
  const width = dots.length * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1)
      if (dots[Math.floor(y / scale)]?.[Math.floor(x / scale)]) data.set([0, 0, 0], (y * width + x) * 4)
  return { width, height: width, data }
}

test('the QR code holds the ticket’s number and nothing else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), (sequence) => {
      const number = ticketNumber(sequence)
      expect(decodeQR(picture(qrDots(number)))).toBe(number)
    }),
    { numRuns: 60 },
  )
})

/** The dots as the page draws them, read back from its path. */
const drawn = (html: string): boolean[][] => {
  const size = Number(/viewBox="0 0 (\d+) /u.exec(html)?.[1])
  const dots = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y] of html.matchAll(/M(\d+) (\d+)h1v1h-1z/gu)) {
    const row = dots[Number(y)]
    if (row) row[Number(x)] = true
  }
  return dots
}

test.each(ALL)('what is drawn on %s in size %s is read as the number', (kind, size) => {
  expect(decodeQR(picture(drawn(page(FULL, kind, size))))).toBe('T-0412')
})

test('a label says the number and nothing about anybody', () => {
  for (const size of SIZES_OF.label) {
    const html = page(FULL, 'label', size, 'Asha’s Phones')
    const text = html.replace(/<style>.*?<\/style>/su, '').replaceAll(/<[^>]*>/gu, ' ')
    expect(text.split(/\s+/u).filter((word) => word !== '')).toEqual(['T-0412', 'T-0412'])
  }
})
