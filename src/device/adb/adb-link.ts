import { randomBytes } from 'node:crypto'
import type { TcpNetConnectOpts } from 'node:net'
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

const inspectStream = async (
  target: TcpNetConnectOpts,
  transportId: number,
  sections: readonly Section[],
  options: {
    protocol2: boolean
    mark: string
    limits: Limits
    now: Clock
    signal: AbortSignal
    onSection: (output: SectionOutput) => void
  },
): Promise<ShellEnd> => {
  const sentAt = options.now()
  let whole = 0
  const splitter = sectionSplitter(options.mark, sections.length, (part) => {
    const section = sections[part.index]
    if (!section) return
    if (part.exitCode !== null) whole += 1
    options.onSection({
      id: section.id,
      command: section.command,
      text: part.text,
      exitCode: part.exitCode,
      complete: part.complete,
      sentAt,
      receivedAt: options.now(),
    })
  })
  const end = await runScript(target, transportId, sectionScript(sections, options.mark), {
    protocol2: options.protocol2,
    limits: options.limits,
    signal: options.signal,
    onOutput: splitter.push,
  })
  splitter.end()
  if (end.stopped === null && whole < sections.length) {
    return {
      stopped: 'unplugged',
      detail: `only ${String(whole)} of ${String(sections.length)} sections arrived`,
    }
  }
  return end
}

/** Reads a phone through the adb server at `target`: all streams side by side, so the phone is waited for once. */
export const adbLink = (target: TcpNetConnectOpts, phone: ListedPhone, limits = LINK_LIMITS): PhoneLink => ({
  inspect: async (sections, signal, onSection): Promise<LinkEnd> => {
    const mark = `@@${randomBytes(9).toString('base64url')}`
    let protocol2: boolean
    try {
      protocol2 = await hasShellProtocol(target, phone.transportId, signal, limits.features)
    } catch (error) {
      return { ...stopReason(error, signal), roundTrips: 0 }
    }
    const now = startClock()
    const ends = await Promise.all(
      planStreams(sections, mark).map((part) =>
        inspectStream(target, phone.transportId, part, {
          protocol2,
          mark,
          limits: limits.script,
          now,
          signal,
          onSection,
        }),
      ),
    )
    const worst = ends.find((end) => end.stopped !== null)
    return { stopped: worst?.stopped ?? null, roundTrips: 1, detail: worst?.detail ?? null }
  },
})
