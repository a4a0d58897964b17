import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SectionOutput } from '../../../src/core/probes/probe.ts'
import type { Reading, Readings } from '../../../src/core/reading.ts'

export const PHONES = fileURLToPath(new URL('../../phones/', import.meta.url))

export const recorded = (file: string): string => readFileSync(`${PHONES}${file}`, 'utf8')

export const section = (id: string, text: string, more: Partial<SectionOutput> = {}): SectionOutput => ({
  id,
  command: id,
  text,
  exitCode: 0,
  complete: true,
  sentAt: 1_767_225_600_000,
  receivedAt: 1_767_225_600_100,
  ...more,
})

export const CUT = { exitCode: null, complete: false } as const

export const sectionsOf = (...outputs: readonly SectionOutput[]): ReadonlyMap<string, SectionOutput> =>
  new Map(outputs.map((output) => [output.id, output]))

/** A reading without its command: the value alone, or with what is said about it. */
export const brief = (reading: Reading<unknown> | undefined): unknown => {
  if (reading === undefined) return undefined
  if (reading.status === 'absent') return { absent: reading.reason }
  if (reading.status === 'unreadable') return { unreadable: reading.reason }
  const { note, uncertainty, unit, value } = reading
  if (note === undefined && uncertainty === undefined && unit === undefined) return value
  return {
    value,
    ...(note === undefined ? {} : { note }),
    ...(unit === undefined ? {} : { unit }),
    ...(uncertainty === undefined ? {} : { uncertainty }),
  }
}

export const briefly = (readings: Readings): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(readings).map(([id, reading]: [string, Reading<unknown> | undefined]) => [
      id,
      brief(reading),
    ]),
  )
