import { expect, test } from 'vitest'
import type { KnowledgeView } from '../../../src/contract/views.ts'
import { findCheck, findFix, findSymptom } from '../../../src/core/knowledge/find.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { knowledgeView } from '../../../src/core/knowledge/view.ts'

test('the knowledge is browsed in the form that the window asks for', () => {
  const view: KnowledgeView = knowledgeView(SHIPPED, 'en')
  expect(view.version).toBe(SHIPPED.version)
  expect(view.causes.length).toBe(SHIPPED.causes.length)
  expect(view.causes.find(({ id }) => id === 'clock-wrong')?.fixes[0]).toBe('set-clock')
  expect(view.causes.filter(({ fixes }) => fixes.length === 0)).toEqual([])
  expect(view.fixes.find(({ id }) => id === 'factory-reset')?.caution).toContain('lost')
  expect(view.checks.find(({ id }) => id === 'clock-by-hand')?.caution).toBeNull()
})

test('records are found by their own id and by the fact that they cover', () => {
  expect(findFix(SHIPPED, 'FX24')).toBe(findFix(SHIPPED, 'set-clock'))
  expect(findCheck(SHIPPED, 'CK04')?.id).toBe('clock-by-hand')
  expect(findSymptom(SHIPPED, 'SY01')?.id).toBe('could-not-verify')
  expect(findFix(SHIPPED, 'FX99')).toBeUndefined()
})
