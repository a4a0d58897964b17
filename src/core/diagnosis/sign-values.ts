import { questionsOf, type Predicate } from '../knowledge/predicate.ts'
import type { Readings } from '../reading.ts'
import type { Say } from '../words/index.ts'
import { duration } from './duration.ts'

type Values = Readonly<Record<string, string | number>>

const MOST_HOSTS = 3

const isDown = (host: unknown): boolean =>
  typeof host === 'object' &&
  host !== null &&
  (Reflect.get(host, 'resolves') === false || Reflect.get(host, 'reachable') === false)

const namesOfDown = (hosts: object): string =>
  Object.entries(hosts)
    .filter(([, host]) => isDown(host))
    .map(([name]) => name)
    .slice(0, MOST_HOSTS)
    .join(', ')

/**
 * What a sign's sentence may name: {value}, {unit}, {duration}, {direction}, {uncertainty}, {state}, {version},
 * {host} (private DNS) and {hosts} (those that failed). A part that was not measured is an empty text.
 */
export const signValues = (when: Predicate, readings: Readings, say: Say): Values => {
  const values: Record<string, string | number> = {
    value: '',
    duration: '',
    direction: '',
    uncertainty: '',
    state: '',
    version: '',
    host: '',
    hosts: '',
  }
  for (const question of questionsOf(when)) {
    const reading = readings[question.reading]
    if (reading?.status !== 'measured') continue
    const value: unknown = reading.value
    if (typeof value === 'string' || typeof value === 'number') values['value'] ||= value
    if (question.reading === 'clock.offset' && typeof value === 'number') {
      values['duration'] = duration(value, say)
      values['direction'] = value < 0 ? 'behind' : 'ahead'
      values['uncertainty'] = duration(reading.uncertainty ?? 0, say)
    }
    if (typeof value === 'object' && value !== null) {
      for (const name of ['state', 'version', 'host']) {
        const part: unknown = Reflect.get(value, name)
        if (typeof part === 'string') values[name] ||= part
      }
      if (question.reading === 'network.hosts') values['hosts'] ||= namesOfDown(value)
    }
  }
  return values
}
