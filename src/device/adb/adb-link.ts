import { randomBytes } from 'node:crypto'
import type { NetConnectOpts } from 'node:net'
import type { ListedPhone } from '../../core/phone.ts'
import type { Section, SectionOutput } from '../../core/probes/probe.ts'
import type { LinkEnd, PhoneLink } from '../phone-link.ts'
import type { Limits } from './connector.ts'
import { planStreams, sectionScript } from './section-script.ts'
import { sectionSplitter } from './section-splitter.ts'
import {
  FEATURE_LIMITS,
  hasShellProtocol,
  runScript,
  SHELL_LIMITS,
  stopReason,
  type ShellEnd,
} from './shell.ts'

/**
 * The clock is asked in the first stream: its answer comes soonest, and tells most exactly, while the phone has nothing
 * else to do. Milliseconds that the others wait at most, so that a slow line takes no longer for it.
 */
const HEAD_START = 10

type LinkLimits = { readonly features: Limits; readonly script: Limits }

const LINK_LIMITS: LinkLimits = { features: FEATURE_LIMITS, script: SHELL_LIMITS }

type Clock = () => number

/**
 * The workstation's clock in milliseconds since 1970, finer than Date.now() and steady while an inspection runs. Set by
 * the wall clock anew for each: `performance` stands still while a laptop sleeps and knows nothing of a corrected time.
 */
const startClock = (): Clock => {
  const anchor = Date.now() - performance.now()
  return () => anchor + performance.now()
}

type Reading = {
  readonly protocol2: boolean
  readonly mark: string
  readonly limits: Limits
  readonly now: Clock
  readonly signal: AbortSignal
  readonly onSection: (output: SectionOutput) => void
}

type StreamEnd = ShellEnd & { readonly waits: number }

/** As patient as the slowest of its sections needs. */
const patient = (limits: Limits, sections: readonly Section[]): Limits =>
  limits.idleMs === null
    ? limits
    : { ...limits, idleMs: Math.max(limits.idleMs, ...sections.map(({ silentMs }) => silentMs ?? 0)) }

/** Runs the sections in one shell; `whole`: how many of them came to their end. */
const runSections = async (
  target: NetConnectOpts,
  transportId: number,
  sections: readonly Section[],
  { protocol2, mark, limits, now, signal, onSection }: Reading,
): Promise<ShellEnd & { readonly whole: number }> => {
  const sentAt = now()
  let whole = 0
  const splitter = sectionSplitter(mark, sections.length, (part) => {
    const section = sections[part.index]
    if (!section) return
    if (part.exitCode !== null) whole += 1
    onSection({
      id: section.id,
      command: section.command,
      text: part.text,
      exitCode: part.exitCode,
      complete: part.complete,
      sentAt,
      receivedAt: now(),
    })
  })
  const script = sectionScript(sections, mark)
  const end = await runScript(target, transportId, script, {
    protocol2,
    limits: patient(limits, sections),
    signal,
    onOutput: splitter.push,
  })
  splitter.end()
  if (end.stopped !== null || whole === sections.length) return { ...end, whole }
  const detail = `only ${String(whole)} of ${String(sections.length)} sections arrived`
  return { stopped: 'unplugged', detail, whole }
}

/** One command that hangs takes those behind it along: they get one more shell. */
const inspectStream = async (
  target: NetConnectOpts,
  transportId: number,
  sections: readonly Section[],
  reading: Reading,
): Promise<StreamEnd> => {
  const first = await runSections(target, transportId, sections, reading)
  const behind = sections.slice(first.whole + 1)
  if (first.hangs !== true || behind.length === 0) return { ...first, waits: 1 }
  const rest = await runSections(target, transportId, behind, reading)
  return { ...(rest.stopped === null ? first : rest), waits: 2 }
}

/**
 * Reads a phone through the adb server at `target`: all streams side by side, so the phone is waited for once, and a
 * second time only where a command hangs.
 */
export const adbLink = (target: NetConnectOpts, phone: ListedPhone, limits = LINK_LIMITS): PhoneLink => ({
  inspect: async (sections, signal, onSection): Promise<LinkEnd> => {
    const mark = `@@${randomBytes(9).toString('base64url')}`
    let protocol2: boolean
    try {
      protocol2 = await hasShellProtocol(target, phone.transportId, signal, limits.features)
    } catch (error) {
      const { stopped, detail } = stopReason(error, signal)
      return { stopped, detail, roundTrips: 0 }
    }
    const now = startClock()
    const reading = { protocol2, mark, limits: limits.script, now, signal, onSection }
    const [first = [], ...others] = planStreams(sections, mark)
    let goOn = (): void => undefined
    const answered = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, HEAD_START)
      goOn = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    const leading = inspectStream(target, phone.transportId, first, {
      ...reading,
      onSection: (output) => {
        goOn()
        onSection(output)
      },
    })
    void leading.then(goOn)
    await answered
    const ends = await Promise.all([
      leading,
      ...others.map((part) => inspectStream(target, phone.transportId, part, reading)),
    ])
    const worst = ends.find((end) => end.stopped !== null)
    const roundTrips = Math.max(...ends.map(({ waits }) => waits))
    return { stopped: worst?.stopped ?? null, roundTrips, detail: worst?.detail ?? null }
  },
  follow: async (command, { totalMs, maxBytes }, signal, onBytes): Promise<LinkEnd> => {
    try {
      const protocol2 = await hasShellProtocol(target, phone.transportId, signal, limits.features)
      const end = await runScript(target, phone.transportId, command, {
        protocol2,
        limits: { ...limits.script, idleMs: null, totalMs, maxBytes },
        signal,
        onOutput: onBytes,
      })
      return { stopped: end.stopped, detail: end.detail, roundTrips: 1 }
    } catch (error) {
      const { stopped, detail } = stopReason(error, signal)
      return { stopped, detail, roundTrips: 0 }
    }
  },
})
