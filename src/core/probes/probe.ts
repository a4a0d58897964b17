import type { Readings, ReadingId } from '../reading.ts'

/**
 * One command of the inspection's script. `stream` says which of the shell streams opened side by side runs it: each
 * holds three slow commands at most, and there are no more of them than an old phone bears.
 */
export type Section = {
  readonly id: string
  /** POSIX sh text that only reads; constants only, nothing from the phone or the user. */
  readonly command: string
  readonly stream: 'main' | 'accounts' | 'packages' | 'services' | 'network' | 'rest' | 'hosts'
  /** How long the command may say nothing, where it is longer than is usual. */
  readonly silentMs?: number
}

/** What came back for a section. Times are the workstation's, in milliseconds since 1970. */
export type SectionOutput = {
  readonly id: string
  readonly command: string
  /** stdout and stderr together, line ends made "\n". */
  readonly text: string
  /** null: the end of the section never arrived. */
  readonly exitCode: number | null
  /** False: the stream ended, was cut at its size limit, or the phone went away in the middle. */
  readonly complete: boolean
  /** Before this moment the phone cannot have run the command. */
  readonly sentAt: number
  /** After this moment the phone cannot have run the command. */
  readonly receivedAt: number
}

/**
 * One question asked of a phone.
 * `read` gives one Reading for every id in `gives`; it is called once all sections of `needs` have arrived (or can
 * no longer arrive), never throws, and takes a section that is missing or cut off as unreadable, with the reason.
 */
export type Probe = {
  readonly needs: readonly string[]
  readonly gives: readonly ReadingId[]
  readonly read: (sections: ReadonlyMap<string, SectionOutput>) => Readings
}
