import { readFileSync } from 'node:fs'
import { diagnose } from '../../src/core/diagnosis/diagnose.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { HEALTHY, readingsFrom } from '../core/diagnosis/readings.ts'
import { print, timeInTurns } from './figure.ts'
import { grownKnowledge } from './grown-knowledge.ts'

/** One diagnosis of a case with readings, words and a failed step, against parsing the file of the causes. */
const file = readFileSync(new URL('../../resources/knowledge/causes.json', import.meta.url), 'utf8')
const input = {
  readings: readingsFrom({
    ...HEALTHY,
    'clock.offset': { value: -259_200, uncertainty: 2 },
    'package.com.xiaomi.account': { value: { state: 'disabled' } },
  }),
  said: "Couldn't verify Mi Account ID, invalid username or password",
  attempts: [{ fix: 'set-clock', outcome: 'failed' }],
} as const

const sixty = grownKnowledge(SHIPPED, 60)
const fiveHundred = grownKnowledge(SHIPPED, 500)

const took = await timeInTurns(200, {
  shipped: () => diagnose(input, SHIPPED, 'en'),
  sixty: () => diagnose(input, sixty, 'en'),
  fiveHundred: () => diagnose(input, fiveHundred, 'en'),
  parse: (): unknown => JSON.parse(file),
})
for (const [name, count] of [
  ['shipped', SHIPPED.causes.length],
  ['sixty', 60],
  ['fiveHundred', 500],
] as const)
  print({
    name: `diagnosis, ${String(count)} causes`,
    value: took[name],
    unit: 'ms',
    against: `JSON.parse of the causes, ${String(Math.round(file.length / 1000))} kB`,
    ratio: took[name] / took.parse,
  })
