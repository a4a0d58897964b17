import type { AdbServerStatus, ListedPhone, StopReason } from '../core/phone.ts'
import type { Section, SectionOutput } from '../core/probes/probe.ts'

export type BenchState = { readonly server: AdbServerStatus; readonly phones: readonly ListedPhone[] }

/** How reading a phone ended. `stopped: null` when every section arrived whole. */
export type LinkEnd = {
  readonly stopped: StopReason | null
  /** Waits on the phone that follow one another; streams opened side by side count once. */
  readonly roundTrips: number
  /** Technical detail for a log; never shown, never holds what a phone sent. */
  readonly detail: string | null
}

/** Bounds of a command that is followed: its time, and the bytes that it may send in all. */
export type FollowLimits = { readonly totalMs: number; readonly maxBytes: number }

/** A way to read one phone. Never throws for anything that the phone or the adb server does. */
export type PhoneLink = {
  /**
   * Runs the sections and hands each over once, as soon as it has arrived; those that never arrive are not handed
   * over, one that was cut in the middle is, with `complete: false`.
   */
  readonly inspect: (
    sections: readonly Section[],
    signal: AbortSignal,
    onSection: (output: SectionOutput) => void,
  ) => Promise<LinkEnd>
  /**
   * Runs one command that goes on by itself, and hands its output over as it arrives, none of it kept here. Over when
   * `signal` says so, at a limit ("silent" for its time, "flood" for its bytes), when the phone goes, or, with
   * `stopped: null`, when the command has ended. It may say nothing for as long as it likes.
   */
  readonly follow: (
    command: string,
    limits: FollowLimits,
    signal: AbortSignal,
    onBytes: (bytes: Uint8Array) => void,
  ) => Promise<LinkEnd>
}

/** The phones that are there, and how to read them. */
export type Bench = {
  readonly state: () => BenchState
  /** Called with every change; returns a function that stops listening. */
  readonly onChange: (listener: (state: BenchState) => void) => () => void
  readonly open: (phone: ListedPhone) => PhoneLink
  readonly close: () => Promise<void>
}
