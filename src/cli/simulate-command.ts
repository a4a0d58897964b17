import { done, failed, type Answer } from '../core/failure.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import { simulate, type Minutes } from '../core/simulation/simulate.ts'
import type { Printed } from './phone-commands.ts'
import type { Line } from './words.ts'

const MOST_CASES = 100_000
const MOST_SEED = 2 ** 27

const wholeNumber = (name: 'cases' | 'seed', line: Line, most: number): Answer<number> => {
  const text = line.values[name] ?? (name === 'cases' ? '2000' : '1')
  const value = Number(text)
  return /^\d{1,9}$/u.test(text) && value >= 1 && value <= most
    ? done(value)
    : failed('input.invalid', {
        field: `--${name}`,
        why: `it has to be a whole number from 1 to ${String(most)}`,
      })
}

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100

const roundedIn = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? rounded(value) : value]),
  ) as T

const row = (name: string, { engine, guideOrder, staticOrder }: Minutes): string =>
  [name.padEnd(24), ...[engine, guideOrder, staticOrder].map((each) => each.toFixed(1).padStart(9))].join('')

/** What the engine saves against fixed orders, and what it loses against the best plan there is. */
export const simulateCases = (line: Line): Answer<Printed> => {
  const cases = wholeNumber('cases', line, MOST_CASES)
  if (!cases.ok) return cases
  const seed = wholeNumber('seed', line, MOST_SEED)
  if (!seed.ok) return seed
  const found = simulate(cases.value, seed.value, SHIPPED)
  const { minutes, exact, perturbed, learning } = found
  const above = (exact.engine / exact.optimum - 1) * 100
  return done({
    json: {
      ...found,
      minutes: roundedIn(minutes),
      exact: roundedIn(exact),
      perturbed: roundedIn(perturbed),
      learning: learning.map(roundedIn),
    },
    text: [
      `${'minutes to the end'.padEnd(24)}${['engine', 'guide', 'static'].map((name) => name.padStart(9)).join('')}`,
      row(`${String(cases.value)} cases`, minutes),
      row('numbers off, 0.5 to 2', perturbed),
      '',
      `${String(exact.cases)} small cases: ${exact.engine.toFixed(2)}, the best plan there is ${exact.optimum.toFixed(2)} (${above.toFixed(2)} % above)`,
      '',
      'a shop with a mix of its own: after so many tickets, against knowing the mix',
      ...learning.map(
        (each) =>
          `${String(each.tickets).padStart(6)}${each.minutes.toFixed(1).padStart(9)}${each.informed.toFixed(1).padStart(9)}`,
      ),
    ].join('\n'),
  })
}
