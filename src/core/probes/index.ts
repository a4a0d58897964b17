import { cleanDeviceLines, type DeviceText } from '../device-text.ts'
import { unreadable, type Reading, type ReadingId, type Readings } from '../reading.ts'
import { accountProbe } from './account.ts'
import { androidProbe } from './android.ts'
import { NOT_READ } from './answer.ts'
import { batteryProbe } from './battery.ts'
import { clockProbe, clockSwitchesProbe, zoneProbe } from './clock.ts'
import { dataSaverProbe } from './data-saver.ts'
import { deviceOwnerProbe } from './device-owner.ts'
import { findDeviceProbe } from './find-device.ts'
import { hostsProbe } from './hosts.ts'
import { identityProbe } from './identity.ts'
import { keptText } from './kept-text.ts'
import { airplaneProbe, privateDnsProbe, proxyProbe } from './network-settings.ts'
import { networkProbe } from './network.ts'
import { osProbe } from './os.ts'
import { packageProbes } from './packages.ts'
import type { Probe, SectionOutput } from './probe.ts'
import { simProbe } from './sim.ts'
import { storageProbe } from './storage.ts'
import { usersProbe } from './users.ts'

export { KEPT_PREFIXES, KEPT_PROPERTIES } from './kept-properties.ts'
export { keptText } from './kept-text.ts'
export { SECTIONS } from './sections.ts'
export { SIGN_IN_HOSTS } from './sign-in-hosts.ts'
export { WATCHED_PACKAGES } from './watched-packages.ts'

/** In the order in which a technician reads them. */
export const PROBES: readonly Probe[] = [
  identityProbe,
  osProbe,
  androidProbe,
  clockProbe,
  clockSwitchesProbe,
  zoneProbe,
  airplaneProbe,
  networkProbe,
  privateDnsProbe,
  proxyProbe,
  hostsProbe,
  accountProbe,
  ...packageProbes,
  deviceOwnerProbe,
  findDeviceProbe,
  storageProbe,
  batteryProbe,
  simProbe,
  dataSaverProbe,
  usersProbe,
]

type Sections = ReadonlyMap<string, SectionOutput>

const merge = (probes: readonly Probe[], sections: Sections): Readings =>
  probes.reduce<Readings>((all, probe) => ({ ...all, ...probe.read(sections) }), {})

/** Every reading. `missing` says why sections that are not there did not come, in words for the screen. */
export const readAll = (sections: Sections, missing: string = NOT_READ): Readings =>
  withReason(merge(PROBES, sections), missing)

/** What one more section makes known: the readings of the probes that waited for it and now have all they need. */
export const readReady = (sections: Sections, arrived: string): Readings =>
  merge(
    PROBES.filter((probe) => probe.needs.includes(arrived) && probe.needs.every((id) => sections.has(id))),
    sections,
  )

/** What is left when an inspection ends: the readings of the probes that still wait for a section. */
export const readRest = (sections: Sections, missing: string): Readings =>
  withReason(
    merge(
      PROBES.filter((probe) => !probe.needs.every((id) => sections.has(id))),
      sections,
    ),
    missing,
  )

const withReason = (readings: Readings, missing: string): Readings => {
  const entries: [string, Reading<unknown> | undefined][] = Object.entries(readings)
  // Ids and values stay paired as they were; fromEntries cannot say so.
  return Object.fromEntries(
    entries.map(([id, reading]) =>
      reading?.status === 'unreadable' && reading.reason === NOT_READ
        ? [id, unreadable(missing, reading.command)]
        : [id, reading],
    ),
  ) as Readings
}

/** The sections that each reading rests on, so that their text and time are kept with it. */
export const RESTS_ON: ReadonlyMap<ReadingId, readonly string[]> = new Map(
  PROBES.flatMap((probe) => probe.gives.map((id): [ReadingId, readonly string[]] => [id, probe.needs])),
)

/** The raw text that a reading rests on, fit to keep and to show, and when the last of it arrived. */
export const evidenceOf = (
  id: ReadingId,
  sections: Sections,
  longest?: number,
): { readonly raw: DeviceText; readonly at: number | null } => {
  const outputs = (RESTS_ON.get(id) ?? []).flatMap((need) => sections.get(need) ?? [])
  return {
    raw: cleanDeviceLines(outputs.map(keptText).join('\n'), longest),
    at: outputs.length === 0 ? null : Math.max(...outputs.map((output) => output.receivedAt)),
  }
}
