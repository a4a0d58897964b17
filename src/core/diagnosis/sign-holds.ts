import { missingCase } from '../failure.ts'
import type { Predicate, Question } from '../knowledge/predicate.ts'
import type { HostReading, Reading, Readings } from '../reading.ts'
import { versionBelow } from './version-below.ts'

/** true, false, or null: not read, and then it says nothing at all. */
export type Holds = boolean | null

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

/** At least one host that is down and one that is up are needed to say "some"; all known ones to say "all". */
const someAndAll = (value: unknown, key: keyof HostReading): { some: Holds; all: Holds } => {
  const known = Object.values(typeof value === 'object' && value !== null ? value : {})
    // A host that does not resolve is no news about whether it can be reached.
    .filter((host) => key === 'resolves' || field(host, 'resolves') !== false)
    .map((host) => field(host, key))
    .filter((up) => typeof up === 'boolean')
  if (known.length === 0) return { some: null, all: null }
  const up = known.includes(true)
  const down = known.includes(false)
  return { some: down && up, all: down && !up }
}

const magnitude = (reading: Reading<unknown>): { least: number; most: number } | null => {
  if (reading.status !== 'measured' || typeof reading.value !== 'number') return null
  if (!Number.isFinite(reading.value)) return null
  const size = Math.abs(reading.value)
  const doubt = Math.abs(reading.uncertainty ?? 0)
  return { least: Math.max(0, size - doubt), most: size + doubt }
}

const answer = (question: Question, readings: Readings): Holds => {
  const reading: Reading<unknown> | undefined = readings[question.reading]
  if (reading === undefined || reading.status === 'unreadable') return null
  if (question.test === 'present') return reading.status === 'measured'
  if (reading.status === 'absent') return 'absent' in question ? (question.absent ?? null) : null
  const { value } = reading
  switch (question.test) {
    case 'is':
      return typeof value === typeof question.value ? value === question.value : null
    case 'in':
      return question.values.some((each) => each === value)
    case 'each-in':
      return typeof value === 'string'
        ? value.split(',').every((part) => question.values.includes(part.trim()))
        : null
    case 'abs-at-least': {
      const size = magnitude(reading)
      if (size === null) return null
      if (size.least >= question.value) return true
      return size.most < question.value ? false : null
    }
    case 'abs-between': {
      const size = magnitude(reading)
      if (size === null) return null
      if (size.least >= question.low && size.most < question.high) return true
      return size.most < question.low || size.least >= question.high ? false : null
    }
    case 'at-most':
      return typeof value === 'number' ? value <= question.value : null
    case 'state-in': {
      const state = field(value, 'state')
      return typeof state === 'string' ? question.values.includes(state) : null
    }
    case 'stopped': {
      const stopped = field(value, 'stopped')
      return typeof stopped === 'boolean' ? stopped : null
    }
    case 'version-below': {
      const version = typeof value === 'string' ? value : field(value, 'version')
      return typeof version === 'string' ? versionBelow(version, question.value) : null
    }
    case 'dns-mode': {
      const mode = field(value, 'mode')
      return typeof mode === 'string' ? mode === question.value : null
    }
    case 'dns-host-has': {
      const mode = field(value, 'mode')
      const host = field(value, 'host')
      if (mode === 'off' || mode === 'opportunistic') return false
      if (typeof host !== 'string') return null
      return question.values.some((part) => host.toLowerCase().includes(part))
    }
    case 'some-unresolved':
      return someAndAll(value, 'resolves').some
    case 'all-unresolved':
      return someAndAll(value, 'resolves').all
    case 'some-unreachable':
      return someAndAll(value, 'reachable').some
    case 'all-unreachable':
      return someAndAll(value, 'reachable').all
    default:
      return missingCase(question)
  }
}

/** Three-valued: an unknown part makes the whole unknown unless the rest decides it. */
export const signHolds = (predicate: Predicate, readings: Readings): Holds => {
  if ('all' in predicate) {
    const parts = predicate.all.map((part) => signHolds(part, readings))
    if (parts.includes(false)) return false
    return parts.includes(null) ? null : true
  }
  if ('any' in predicate) {
    const parts = predicate.any.map((part) => signHolds(part, readings))
    if (parts.includes(true)) return true
    return parts.includes(null) ? null : false
  }
  if ('not' in predicate) {
    const inner = signHolds(predicate.not, readings)
    return inner === null ? null : !inner
  }
  return answer(predicate, readings)
}
