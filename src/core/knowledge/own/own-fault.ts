import type { Say } from '../../words/index.ts'
import { isMessageKey } from '../../words/index.ts'

/** What is wrong with an own record, for whoever wrote it. */
export type OwnFault = {
  /** The record's id; null where it has none that can be read. */
  readonly id: string | null
  /** What to call it: its title, else its place in the file. */
  readonly name: string
  /** "title", "phrases", "helps": the field that the words belong to; "" for the whole record. */
  readonly field: string
  /** Said as `own.fault.CODE`. */
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

export const sayOwnFault = ({ code, details }: OwnFault, say: Say): string => {
  const key = `own.fault.${code}`
  return isMessageKey(key) ? say(key, details) : say('own.fault.shape', { why: code })
}

/** So many are worth reading at once. */
const MOST_SAID = 10

/** All of them, each with the record that it is about. */
export const sayOwnFaults = (faults: readonly OwnFault[], say: Say): string =>
  [
    ...faults
      .slice(0, MOST_SAID)
      .map((fault) => say('own.fault.at', { name: fault.name, words: sayOwnFault(fault, say) })),
    ...(faults.length > MOST_SAID ? [say('own.fault.more', { count: faults.length - MOST_SAID })] : []),
  ].join('\n')
