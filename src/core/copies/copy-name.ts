/**
 * What a copy was made for. day: on the schedule or when somebody asked · version: before a new version changed the
 * record · restore: what stood in the record's place until a copy was put back · damaged: of a record that is not whole ·
 * named: somebody gave it a name of their own.
 */
export const COPY_KINDS = ['day', 'version', 'restore', 'damaged', 'named'] as const
export type CopyKind = (typeof COPY_KINDS)[number]

/** As a file can be named on every system, and so that names sort by time. */
export const inFileName = (at: string): string => at.replaceAll(/[:.]/gu, '-')

const NAMES: Readonly<Record<Exclude<CopyKind, 'named'>, string>> = {
  day: 'benchside-copy-',
  version: 'benchside-before-version-',
  restore: 'benchside-before-restore-',
  damaged: 'benchside-damaged-',
}

/** The name of a copy that is made now. */
export const copyName = (kind: Exclude<CopyKind, 'named'>, at: string, version = ''): string =>
  `${NAMES[kind]}${version === '' ? '' : `${version}-`}${inFileName(at)}.db`

const TIME = /(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.db$/u

/** When it was made (ISO, UTC), by its name; null where that says nothing. */
export const copyTime = (name: string): string | null => {
  const [, hour, minute, second, rest] = TIME.exec(name) ?? []
  const at = `${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${rest ?? ''}Z`
  return Number.isNaN(Date.parse(at)) ? null : at
}

export const copyKind = (name: string): CopyKind => {
  const kinds = ['day', 'version', 'restore', 'damaged'] as const
  return kinds.find((kind) => name.startsWith(NAMES[kind]) && copyTime(name) !== null) ?? 'named'
}
