import { expect, test } from 'vitest'
import { together } from '../../src/storage/together.ts'

const settled = <T>(work: readonly Promise<T>[]): Promise<readonly string[]> =>
  Promise.allSettled(work).then((ends) => ends.map(({ status }) => status))

/** Transactions that are kept whole, or not at all. */
const disk = () => {
  const groups: (readonly number[])[] = []
  const add = together<number[]>(async (work) => {
    const written: number[] = []
    await work(written)
    await Promise.resolve()
    groups.push(written)
  })
  const write = (value: number, refused?: string): Promise<number> =>
    add(async (written) => {
      await Promise.resolve()
      if (refused !== undefined) throw new Error(refused)
      written.push(value)
      return value * 10
    })
  return { groups, add, write }
}

test('the first goes at once, those that come meanwhile go together, in order, and each is answered', async () => {
  const { groups, write } = disk()
  expect(await write(1)).toBe(10)
  expect(await Promise.all([write(2), write(3), write(4)])).toEqual([20, 30, 40])
  expect(groups).toEqual([[1], [2, 3, 4]])
})

test('what comes while a group is being written goes with the next', async () => {
  const { groups, add, write } = disk()
  const late: Promise<number>[] = []
  await add(async (written) => {
    late.push(write(2), write(3))
    await Promise.resolve()
    written.push(1)
  })
  await Promise.all(late)
  expect(groups).toEqual([[1], [2, 3]])
})

test('one that cannot be written is refused alone', async () => {
  const { groups, write } = disk()
  await write(0)
  expect(await settled([write(1), write(2, 'two'), write(3)])).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(groups).toEqual([[0], [1], [3]])
  await expect(write(2, 'two')).rejects.toThrow('two')
  await write(4)
  expect(groups).toEqual([[0], [1], [3], [4]])
})

test('nobody is answered for what did not reach the disk', async () => {
  const add = together<null>(async (work) => {
    await work(null)
    throw new Error('full')
  })
  expect(await settled([add(() => Promise.resolve(1)), add(() => Promise.resolve(2))])).toEqual([
    'rejected',
    'rejected',
  ])
})
