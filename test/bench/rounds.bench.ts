import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { print } from './figure.ts'
import { runRounds } from './rounds.ts'

/** A phone with a loose contact, all day long: plugged in and pulled out, in the middle of being read. */
const ROUNDS = 10_000
const WARM = 2_000

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const { rounds, cutShort, memory, left } = await runRounds(ROUNDS, WARM, collect)
print({
  name: `memory after ${String(rounds)} rounds of plug and unplug, ${String(cutShort)} readings cut short`,
  value: (memory - 1) * 100,
  unit: '% more',
  against: `after ${String(WARM)} rounds`,
  ratio: memory,
})
print({
  name: 'sockets, timers and children left',
  value: left.length,
  unit: left.join(' '),
  against: 'before',
  ratio: left.length === 0 ? 1 : Number.POSITIVE_INFINITY,
})
