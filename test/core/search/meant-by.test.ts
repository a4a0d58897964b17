import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { meantBy } from '../../../src/core/search/meant-by.ts'

test('words of a title mean the step that people read it of', () => {
  const meant = meantBy('set the clo', SHIPPED, 'en')
  const fix = SHIPPED.fixes.find(({ id }) => id.includes('clock') || id.includes('time'))
  if (!fix) throw new Error('no fix about time')
  const byTitle = meantBy(fix.title.en, SHIPPED, 'en')
  for (const { known } of Object.values(byTitle)) expect(known.length).toBeGreaterThan(0)
  expect(Object.values(byTitle).every(({ known }) => known.includes(fix.id))).toBe(true)
  expect(Object.keys(meant)).not.toContain('xyzzy')
})

test('a cause is found by the fixes that remove it, where they worked', () => {
  const cause = SHIPPED.causes.find(({ id }) => id === 'password-forgotten')
  const meant = meantBy(cause?.title.en ?? '', SHIPPED, 'en')
  expect(meant['forgotten']?.worked).toContain('reset-password')
})

test('a word of everyday says nothing by itself', () => {
  expect(meantBy('the', SHIPPED, 'en')).toEqual({})
  expect(meantBy('qqqq', SHIPPED, 'en')).toEqual({})
})
