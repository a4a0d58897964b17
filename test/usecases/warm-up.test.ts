import { expect, test } from 'vitest'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { speak } from '../../src/core/words/index.ts'
import { replayLink } from '../../src/device/replay.ts'
import { loadTraining } from '../../src/main/training.ts'
import { warmUp } from '../../src/usecases/warm-up.ts'

test('a phone is read and judged for nobody, with a rest after each piece', async () => {
  const [example] = loadTraining()
  if (example === undefined) throw new Error('no training phone')
  const speech = { knowledge: SHIPPED, language: 'en', say: speak('en') } as const
  let rests = 0
  await warmUp(replayLink(example, true), example.phone, speech, () => {
    rests += 1
    return Promise.resolve()
  })
  expect(rests).toBeGreaterThanOrEqual(3)
})
