import type { DeviceText } from './device-text.ts'
import type { Reading, Readings } from './reading.ts'

/**
 * Every state that an adb server prints, under its own name (packages/modules/adb, adb.cpp, to_string(ConnectionState)).
 * "unknown" is a word that we have not seen before; it is shown, never hidden.
 */
export const PHONE_STATES = [
  'device',
  'unauthorized',
  'authorizing',
  'connecting',
  'offline',
  'no permissions',
  'detached',
  'recovery',
  'rescue',
  'sideload',
  'bootloader',
  'host',
  'unknown',
] as const
export type PhoneState = (typeof PHONE_STATES)[number]

/** One line of the adb server's list. What it says of itself is a claim, not a fact. */
export type ListedPhone = {
  readonly serial: DeviceText
  /** The adb server's own number for this plug-in; a phone is addressed by it alone. */
  readonly transportId: number
  readonly state: PhoneState
  readonly model: DeviceText | null
  readonly product: DeviceText | null
  readonly codename: DeviceText | null
  /** When it was recorded (ISO, UTC), as its file says; not there for a phone on a cable. */
  readonly recordedAt?: string
}

/**
 * running: an adb server answers · starting: we start one · no-adb: none answers and no adb program was found ·
 * port-taken: something else answers on the port · too-old: a server that cannot address phones by number ·
 * unreachable: it does not answer in time, or could not be started.
 */
export type ServerState = 'running' | 'starting' | 'no-adb' | 'port-taken' | 'too-old' | 'unreachable'

export type AdbServerStatus = {
  readonly state: ServerState
  readonly version: number | null
  /** Null: a server of our own, on no port. */
  readonly port: number | null
  /** What adb said when it could not be started. */
  readonly why?: DeviceText
}

/** Why an inspection ended before all was read. */
export type StopReason = 'unplugged' | 'silent' | 'flood' | 'cancelled'

/** A reading with what it rests on: the raw text of its command and when it was received (ISO, UTC). */
export type ReadingEntry = {
  readonly reading: Reading<unknown>
  readonly raw: DeviceText
  readonly at: string
}

export type Inspection = {
  readonly schema: 1
  readonly phone: Pick<ListedPhone, 'serial' | 'transportId' | 'state' | 'model'>
  /** ISO, UTC, by the workstation's clock. */
  readonly startedAt: string
  readonly tookMs: number
  /** Waits on the phone that follow one another; streams opened side by side count once. */
  readonly roundTrips: number
  readonly stopped: StopReason | null
  readonly readings: Readings
  readonly entries: Readonly<Record<string, ReadingEntry>>
}

/** The training phone's number; recordings count down from it. A real adb server counts from 1. */
export const TRAINING_TRANSPORT_ID = -1

type Numbered = Pick<ListedPhone, 'transportId'>

/** The training phone and recordings: no phone is behind them, and what they say is told of none. */
export const isPlayed = ({ transportId }: Numbered): boolean => transportId < 0

export const TRAINING_KEY = 'training'

const RECORDING = 'recording'

export const isRecordingKey = (key: string): boolean => key.startsWith(RECORDING)

/** Stands for one plug-in. */
export const phoneKeyOf = (phone: Numbered): string => {
  if (phone.transportId === TRAINING_TRANSPORT_ID) return TRAINING_KEY
  return isPlayed(phone)
    ? `${RECORDING}${String(phone.transportId)}`
    : `transport-${String(phone.transportId)}`
}
