import { expect, test } from 'vitest'
import { findCode } from '../../../src/core/knowledge/find-code.ts'
import { findCheck, findFix, findSymptom } from '../../../src/core/knowledge/find.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { knowledgeView } from '../../../src/core/knowledge/view.ts'

test('the knowledge is browsed in the form that the window asks for', () => {
  const view = knowledgeView(SHIPPED, 'en')
  expect(view.version).toBe(SHIPPED.version)
  expect(view.causes.length).toBe(SHIPPED.causes.length)
  expect(view.causes.find(({ id }) => id === 'clock-wrong')?.fixes[0]).toBe('set-clock')
  expect(view.causes.filter(({ fixes }) => fixes.length === 0)).toEqual([])
  expect(view.fixes.find(({ id }) => id === 'factory-reset')?.caution).toContain('lost')
  expect(view.checks.find(({ id }) => id === 'clock-by-hand')?.caution).toBeNull()
  expect(view.codes.filter(({ code }) => code === '20031').map(({ service }) => service)).toEqual([
    'account',
    'unlock',
  ])
  expect(view.packages.find(({ name }) => name === 'com.xiaomi.account')?.matters).toBe('sign-in')
  expect([view.advice.length, view.warnings.length]).toEqual([12, 4])
  expect(view.symptoms.find(({ id }) => id === 'speaks-of-codes')?.isTopic).toBe(true)
})

test('a code has one meaning for each service that knows it, and none where nobody does', () => {
  expect(findCode(SHIPPED, '20031')).toMatchObject({ ambiguous: true, meanings: { length: 2 } })
  expect(findCode(SHIPPED, '70016')).toMatchObject({ ambiguous: false, meanings: [{ service: 'account' }] })
  expect(findCode(SHIPPED, '99999')).toEqual({ code: '99999', meanings: [], ambiguous: false })
})

test('records are found by their own id and by the fact that they cover', () => {
  expect(findFix(SHIPPED, 'FX24')).toBe(findFix(SHIPPED, 'set-clock'))
  expect(findCheck(SHIPPED, 'CK04')?.id).toBe('clock-by-hand')
  expect(findSymptom(SHIPPED, 'SY01')?.id).toBe('could-not-verify')
  expect(findFix(SHIPPED, 'FX99')).toBeUndefined()
})
