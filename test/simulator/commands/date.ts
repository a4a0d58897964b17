import { existsSync } from 'node:fs'
import { becomes, fails, quote } from '../shell/reply.ts'
import { toolPath } from '../shell/host-tools.ts'
import type { Command } from './command.ts'

/** The phone's clock is ours, shifted: it goes on while a script runs. */
export const date: Command = (words, { state }) => {
  if (words.some((word) => !word.startsWith('+') && word !== '-u')) return fails('date: not simulated\n')
  const shift = `${String(Math.round(state.clockOffsetSeconds))} seconds`
  const tool = toolPath('date') ?? 'date'
  // Assignments do not go with `exec` in every shell; env hands the zone on.
  return becomes(
    `${toolPath('env') ?? 'env'} ${quote(`TZ=${zoneForHere(state.zone)}`)} ${tool}`,
    0,
    `-d ${quote(shift)} `,
  )
}

/** A machine without the zones' data gets the zone's present distance from UTC. */
function zoneForHere(zone: string): string {
  if (existsSync(`/usr/share/zoneinfo/${zone}`)) return zone
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts()
  const [, sign, hours, minutes] =
    /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
  if (sign === undefined || hours === undefined || minutes === undefined) return 'UTC0'
  // In TZ a zone east of Greenwich is negative.
  return `<${sign}${hours}${minutes}>${sign === '+' ? '-' : '+'}${hours}:${minutes}`
}
