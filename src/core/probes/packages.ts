import { cleanDeviceText } from '../device-text.ts'
import { measured, unreadable, type PackageReading, type PackageReadingId, type Reading } from '../reading.ts'
import { answerOf, unusable } from './answer.ts'
import { packageList, type PackageList } from './package-list.ts'
import { readPackageRecord, type PackageRecord } from './package-record.ts'
import type { Probe, SectionOutput } from './probe.ts'
import { packageSection } from './sections.ts'
import { DETAILED_PACKAGES, LISTED_PACKAGES } from './watched-packages.ts'

type Sections = ReadonlyMap<string, SectionOutput>
type State = PackageReading['state']

const LIST_SECTIONS = ['packages', 'packages-disabled', 'packages-removed']

type Lists = { readonly installed: PackageList; readonly disabled: PackageList; readonly all: PackageList }

const listsOf = (sections: Sections): Lists => ({
  installed: packageList(sections, 'packages', 'pm list packages --user 0'),
  disabled: packageList(sections, 'packages-disabled', 'pm list packages -d --user 0', true),
  all: packageList(sections, 'packages-removed', 'pm list packages -u --user 0'),
})

/** The state by the lists alone: null when the list that decides could not be read. */
const listedState = (name: string, lists: Lists): State | null => {
  const { installed, disabled, all } = lists
  if ('names' in installed && installed.names.has(name)) {
    if ('why' in disabled) return null
    return disabled.names.has(name) ? 'disabled' : 'enabled'
  }
  if ('names' in disabled && disabled.names.has(name)) return 'disabled'
  if ('why' in installed || 'why' in all) return null
  return all.names.has(name) ? 'removed' : 'absent'
}

/** The phone's own record of the package, where it says enough, decides over the lists. */
const recordedState = (record: PackageRecord): State | null => {
  if (record.installed === false) return 'removed'
  if (record.installed !== true) return null
  if (record.hidden === true) return 'disabled'
  if (record.enabled === 1) return 'enabled'
  return record.enabled !== null && record.enabled >= 2 ? 'disabled' : null
}

const why = (lists: Lists): Reading<PackageReading> => {
  for (const list of [lists.installed, lists.disabled, lists.all]) if ('why' in list) return list.why
  return unreadable('The phone does not say what state this app is in.', 'pm list packages --user 0')
}

const detailed = (name: string, sections: Sections): Reading<PackageReading> => {
  const command = `dumpsys package ${name}`
  const answer = answerOf(sections, packageSection(name))
  const lists = listsOf(sections)
  const record = answer?.complete ? readPackageRecord(answer.text, name) : null
  const listed = listedState(name, lists)
  const state = (record === null ? null : recordedState(record)) ?? listed
  if (state === null) return record === null ? unusableFirst(answer, command, lists) : why(lists)
  const version = cleanDeviceText(record?.version ?? '')
  const there = state === 'enabled' || state === 'disabled'
  return measured<PackageReading>(
    {
      state,
      ...(there && version !== '' ? { version } : {}),
      ...(there && record !== null && record.stopped !== null ? { stopped: record.stopped } : {}),
    },
    record === null ? 'pm list packages --user 0' : command,
    record?.hidden === true && there ? { note: 'hidden by a managing app' } : {},
  )
}

const unusableFirst = (
  answer: ReturnType<typeof answerOf>,
  command: string,
  lists: Lists,
): Reading<PackageReading> => (answer === null ? why(lists) : unusable(answer, command))

const detailedProbe = (name: string): Probe => {
  const id: PackageReadingId = `package.${name}`
  return {
    needs: [packageSection(name), ...LIST_SECTIONS],
    gives: [id],
    read: (sections) => ({ [id]: detailed(name, sections) }),
  }
}

const listedProbe: Probe = {
  needs: LIST_SECTIONS,
  gives: LISTED_PACKAGES.map((name): PackageReadingId => `package.${name}`),
  read: (sections) => {
    const lists = listsOf(sections)
    const found: Record<PackageReadingId, Reading<PackageReading>> = {}
    for (const name of LISTED_PACKAGES) {
      const state = listedState(name, lists)
      found[`package.${name}`] =
        state === null ? why(lists) : measured({ state }, 'pm list packages --user 0')
    }
    return found
  },
}

export const packageProbes: readonly Probe[] = [listedProbe, ...DETAILED_PACKAGES.map(detailedProbe)]
