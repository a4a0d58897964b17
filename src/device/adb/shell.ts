import type { NetConnectOpts } from 'node:net'
import type { StopReason } from '../../core/phone.ts'
import { adbClient, LimitReached, type Limits } from './connector.ts'
import { FrameRefused, shellFrameReader } from './shell-frames.ts'

/** The adb server answers this from its own memory; the phone is not asked. */
export const FEATURE_LIMITS: Limits = {
  connectMs: 2000,
  firstByteMs: 3000,
  idleMs: 3000,
  totalMs: 5000,
  maxBytes: 64 * 1024,
}

/**
 * All streams of an inspection together send some 300 KB, and of a section 512 KiB are kept (section-splitter.ts). A
 * phone that floods all seven of them at once must not cost the workstation more than a few of its dumps would.
 */
export const SHELL_LIMITS: Limits = {
  connectMs: 2000,
  firstByteMs: 5000,
  idleMs: 8000,
  totalMs: 30_000,
  maxBytes: 2 * 1024 * 1024,
}

export type ShellEnd = {
  readonly stopped: StopReason | null
  readonly detail: string | null
  /** The shell was there, and then a command of it gave nothing for too long: another shell may do better. */
  readonly hangs?: boolean
}

/** Whether the phone speaks shell protocol 2 (Android 7 and newer): stdout, stderr and exit status apart. */
export const hasShellProtocol = async (
  target: NetConnectOpts,
  transportId: number,
  signal: AbortSignal,
  limits: Limits = FEATURE_LIMITS,
): Promise<boolean> => {
  const client = adbClient(target, limits, signal)
  const { features } = await client.getDeviceFeatures({ transportId: BigInt(transportId) })
  return features.includes('shell_v2')
}

/** What ended the reading, from the error that the connection ended with. */
export const stopReason = (error: unknown, signal: AbortSignal): ShellEnd => {
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 200)
  if (signal.aborted) return { stopped: signal.reason === 'unplugged' ? 'unplugged' : 'cancelled', detail }
  if (error instanceof FrameRefused) return { stopped: 'flood', detail }
  if (error instanceof LimitReached)
    return { stopped: error.limit === 'bytes' ? 'flood' : 'silent', detail, hangs: error.limit === 'idle' }
  // Everything else is a connection that ended: the cable, the phone or the adb server went away.
  return { stopped: 'unplugged', detail }
}

/**
 * Runs one script in one shell stream and hands over its output as it arrives. Never throws.
 * With shell protocol 2 the stream has to end with an exit status, else the phone went away; without it the caller
 * sees from the missing end lines whether all has come (an old `shell:` stream just ends, cut or not).
 */
export const runScript = async (
  target: NetConnectOpts,
  transportId: number,
  script: string,
  options: {
    readonly protocol2: boolean
    readonly limits?: Limits
    readonly signal: AbortSignal
    readonly onOutput: (bytes: Uint8Array) => void
  },
): Promise<ShellEnd> => {
  const { protocol2, signal, onOutput, limits = SHELL_LIMITS } = options
  try {
    const client = adbClient(target, limits, signal)
    const service = protocol2 ? `shell,v2,raw:${script}` : `shell:${script}`
    const socket = await client.createDeviceConnection({ transportId: BigInt(transportId) }, service)
    let exited = false
    const frames = shellFrameReader((frame) => {
      if (frame.kind === 'exit') exited = true
      // The script sends stderr into stdout section by section; what still comes on stderr is the shell's own
      // complaint. It is read, so that the stream cannot block, and dropped.
      else if (frame.kind === 'stdout') onOutput(frame.data)
    })
    const reader = socket.readable.getReader()
    try {
      while (!exited) {
        const { done, value } = await reader.read()
        if (done) break
        if (protocol2) frames(value)
        else onOutput(value)
      }
    } finally {
      await Promise.resolve(socket.close()).catch(() => undefined)
      await reader.cancel().catch(() => undefined)
    }
    if (signal.aborted) return stopReason(new Error('aborted'), signal)
    return protocol2 && !exited
      ? { stopped: 'unplugged', detail: 'ended without an exit status' }
      : { stopped: null, detail: null }
  } catch (error) {
    return stopReason(error, signal)
  }
}
