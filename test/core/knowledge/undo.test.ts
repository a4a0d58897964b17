import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

test('every fix that is shipped says how to take back what it changed', () => {
  expect(SHIPPED.fixes.length).toBeGreaterThan(40)
  expect(SHIPPED.fixes.filter(({ undo }) => undo === undefined).map(({ id }) => id)).toEqual([])
})

test('what loses data never says that it changed nothing', () => {
  const losing = SHIPPED.fixes.filter(({ risk }) => risk === 'loss')
  expect(losing.length).toBeGreaterThan(1)
  expect(losing.filter(({ undo }) => undo === 'nothing').map(({ id }) => id)).toEqual([])
})
