import { expect, test } from 'vitest'
import { done, failed, type Answer } from '../../src/core/failure.ts'
import { heedOthers } from '../../src/usecases/heed-others.ts'

const aHistory = (length: number) => {
  let now: Answer<number> = done(length)
  let heard = 0
  const heeding = heedOthers({ historyLength: async () => now }, () => {
    heard += 1
  })
  return {
    heeding,
    heard: () => heard,
    is: (answer: Answer<number>) => {
      now = answer
    },
  }
}

test('what another program has written while nobody looked is heard of once', async () => {
  const { heeding, heard, is } = aHistory(7)
  await heeding.back()
  expect(heard()).toBe(0)
  await heeding.left()
  is(done(9))
  await heeding.back()
  expect(heard()).toBe(1)
  await heeding.back()
  expect(heard()).toBe(1)
})

test('what was written while somebody looked is their own, and what cannot be told is no reason', async () => {
  const { heeding, heard, is } = aHistory(7)
  await heeding.left()
  await heeding.back()
  is(done(8))
  await heeding.left()
  await heeding.back()
  is(failed('record.full'))
  await heeding.left()
  is(done(9))
  await heeding.back()
  await heeding.left()
  is(failed('record.full'))
  await heeding.back()
  expect(heard()).toBe(0)
})
