import { expect, test } from 'vitest'
import { together } from '../../src/storage/together.ts'

const settled = <T>(work: readonly Promise<T>[]): Promise<readonly string[]> =>
  Promise.allSettled(work).then((ends) => ends.map(({ status }) => status))

test('the first goes at once, those that come meanwhile go together, in order, and each is answered', async () => {
  const groups: (readonly number[])[] = []
  const add = together(async (jobs: readonly number[]) => {
    groups.push(jobs)
    await Promise.resolve()
  })
  await add(1)
  const more = [2, 3, 4].map(add)
  expect(await settled(more)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
  expect(groups).toEqual([[1], [2, 3, 4]])
})

test('what comes while a group is being written goes with the next', async () => {
  const groups: (readonly number[])[] = []
  const late: Promise<null>[] = []
  const add = together(async (jobs: readonly number[]) => {
    groups.push(jobs)
    if (groups.length === 1) late.push(add(2), add(3))
    await Promise.resolve()
  })
  await add(1)
  await Promise.all(late)
  expect(groups).toEqual([[1], [2, 3]])
})

test('one that cannot be written is refused alone', async () => {
  const written: number[] = []
  const add = together(async (jobs: readonly number[]) => {
    if (jobs.includes(2)) throw new Error('two')
    written.push(...jobs)
    await Promise.resolve()
  })
  await add(0)
  expect(await settled([1, 2, 3].map(add))).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(written).toEqual([0, 1, 3])
  await expect(add(2)).rejects.toThrow('two')
  await add(4)
  expect(written).toEqual([0, 1, 3, 4])
})
