import { expect, test } from 'vitest'
import { coverageOf, factsIn } from '../../../src/core/knowledge/coverage.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

test('facts are found wherever they stand in a table, each once, in order', () => {
  expect(factsIn('| CA30 | x | FX31 switch, FX18 |\nCA30 G0 V125 IPv6 SY01/SY02 XCA1')).toEqual([
    'CA30',
    'FX18',
    'FX31',
    'SY01',
    'SY02',
  ])
})

test('a fact that nobody covers is named, and so is one that no table has', () => {
  const some = { ...SHIPPED, fixes: SHIPPED.fixes.filter(({ id }) => id !== 'set-clock') }
  const found = coverageOf(['CA22', 'FX24', 'ZZ99'], some)
  expect(found).toMatchObject({ facts: 3, covered: ['CA22'], uncovered: ['FX24', 'ZZ99'] })
  expect(found.by).toEqual({ CA22: ['cause:clock-wrong'] })
  expect(found.unknown).toContain('CA23')
})
