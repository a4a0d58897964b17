import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMarked, marked } from '../../../src/core/search/marks.ts'
import { numberBeginnings, phoneWords } from '../../../src/core/search/number-words.ts'
import { termsOf } from '../../../src/core/search/question.ts'
import { searchForm } from '../../../src/core/search/search-form.ts'
import { snippet } from '../../../src/core/search/snippet.ts'
import { LONGEST_WORD, searchWordsOf } from '../../../src/core/search/words-of.ts'

const words = (text: string): readonly string[] => searchWordsOf(text).map(({ word }) => word)

describe('the words of a text', () => {
  test.each([
    ['Łukasz Źdźbło', ['lukasz', 'zdzblo']],
    ['Straße, Ærøskøbing', ['strasse', 'aeroskobing']],
    ['Işık İnci', ['isik', 'inci']],
    ['Nguyễn Đức', ['nguyen', 'duc']],
    ['Фёдор', ['федор']],
    ['प्रिया शर्मा', ['प्रिया', 'शर्मा']],
    ['ज़ोया', ['जोया']],
    ['علي كريم', ['علی', 'کریم']],
    ['手机无法验证', ['手机', '机无', '无法', '法验', '验证', '证']],
    ['我的Redmi手机', ['我的', '的', 'redmi', '手机', '机']],
    ["couldn't", ['couldnt']],
    ['१२३', ['123']],
    ['  …  ', []],
  ])('of “%s”', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('stand where they are said to, and none is longer than the longest', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { word, start, end } of searchWordsOf(text)) {
          expect(start).toBeLessThan(end)
          expect(searchForm(text.slice(start, end)).startsWith(word)).toBe(true)
          expect(word.length).toBeLessThanOrEqual(LONGEST_WORD)
          expect(word).not.toMatch(/\s/u)
        }
      }),
    )
  })
})

test('a text that is plainly written has the same words as in the company of other letters', () => {
  const plain = fc.string({ unit: fc.constantFrom(...Array.from("abcXYZ019 '’`‘-_.,@/")), maxLength: 60 })
  fc.assert(
    fc.property(plain, (text) => {
      expect([...words(text), 'я']).toEqual(words(`${text} я`))
    }),
  )
})

test.each([
  ['+91 98765 43210', '98765'],
  ['+91 98765 43210', '098765 43'],
  ['098765-43210', '+91 98765 43210'],
  ['+92 (300) 123-45-67', '0092300'],
  ['+92 (300) 123-45-67', '4567'],
  ['8 912 000 11 22 / 5551234', '555 12'],
])('a phone number written %s is found by %s', (phone, typed) => {
  const known = phoneWords(phone)
  expect(numberBeginnings(typed).some((each) => known.some((word) => word.startsWith(each)))).toBe(true)
})

test('one figure is not the beginning of a phone number', () => {
  expect(termsOf('9')).toEqual([{ words: ['t0009', '9'], beginnings: ['t9'] }])
})

test('nothing typed asks for nothing, and what no text can hold finds nothing', () => {
  expect(termsOf('   ')).toEqual([])
  expect(termsOf('\u200d')).toBeNull()
})

describe('what was looked for', () => {
  const marks = (text: string, search: string): readonly string[] =>
    marked(text, search).flatMap((stretch) => (stretch.marked ? [stretch.text] : []))

  test.each([
    ['Łukasz Nowak', 'luk', ['Łuk']],
    ['Straße', 'strass', ['Straß']],
    ['手机无法验证小米账号', '无法验证', ['无法验证']],
    ['+91 98765 43210', '9876543', ['98765 43']],
    ['+91 98765 43210', '098765 43210', ['98765 43210']],
    ['b1ac4f2a', '4f2a', ['4f2a']],
    ['T-0412', 't-0412', ['T', '0412']],
    ['Verify it, verified', 'verif', ['Verif', 'verif']],
    ['Natasha', 'asha', []],
  ])('in “%s”, by “%s”', (text, search, expected) => {
    expect(marks(text, search)).toEqual(expected)
  })

  test('is marked without a sign of the text lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (text, search) => {
          expect(
            marked(text, search)
              .map((stretch) => stretch.text)
              .join(''),
          ).toBe(text)
        },
      ),
    )
  })

  test('is in the part of a long text that is shown', () => {
    const text = `${'word '.repeat(300)}the needle is here ${'more '.repeat(300)}`
    const shown = snippet(text, 'needle') ?? ''
    expect(isMarked(shown, 'needle')).toBe(true)
    expect(shown.length).toBeLessThan(130)
    expect(snippet(text, 'absent')).toBeNull()
  })
})
