import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { measureRecord } from '../../bench/record.ts'
import { newFolder, openStore } from '../open-for-test.ts'
import { valueOf } from '../some-record.ts'

test('the bench of the record takes every one of its figures', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.seed({ tickets: 120, seed: 1 }, SHIPPED))
  const figures = await measureRecord(folder, 120, 1)
  expect(figures).toHaveLength(5)
  for (const { value, ratio } of figures) {
    expect(value).toBeGreaterThan(0)
    expect(ratio).toBeGreaterThan(0)
  }
  // What it wrote went through the store and beside it.
  expect(valueOf(await store.tickets({ search: 'bench 1', state: null, limit: 9 })).total).toBe(1)
})
