import type { ListedPhone } from '../core/phone.ts'
import type { SectionOutput } from '../core/probes/probe.ts'
import type { Recording } from '../core/recording.ts'
import { followedText } from './followed-text.ts'
import { pause } from './pause.ts'
import type { PhoneLink } from './phone-link.ts'

/** How long a replayed section takes at least and at most, so that a newcomer sees readings arrive. Milliseconds. */
const PACE = { least: 0, most: 120 } as const

/** Plays a recorded phone back in place of a real one: the same sections with the times at which they really came. */
export const replayLink = (recording: Recording, paced = false, log: readonly string[] = []): PhoneLink => ({
  inspect: async (sections, signal, onSection) => {
    const wanted = new Set(sections.map((section) => section.id))
    let last = recording.sections[0]?.sentAt ?? 0
    for (const output of recording.sections) {
      if (!wanted.has(output.id)) continue
      if (paced) await pause(Math.min(PACE.most, Math.max(PACE.least, output.receivedAt - last)), signal)
      last = output.receivedAt
      if (signal.aborted) {
        return {
          stopped: signal.reason === 'unplugged' ? 'unplugged' : 'cancelled',
          roundTrips: 1,
          detail: null,
        }
      }
      onSection(output)
    }
    return { stopped: recording.stopped, roundTrips: 1, detail: null }
  },
  follow: followedText(log),
})

/** A link that hands everything on and keeps it, to be saved as a recording. */
export const recordingLink = (
  link: PhoneLink,
  phone: ListedPhone,
  keep: (output: SectionOutput) => SectionOutput,
): { readonly link: PhoneLink; readonly recording: () => Recording } => {
  const sections: SectionOutput[] = []
  let stopped: Recording['stopped'] = null
  const recordedAt = new Date().toISOString()
  return {
    link: {
      inspect: async (wanted, signal, onSection) => {
        const end = await link.inspect(wanted, signal, (output) => {
          sections.push(keep(output))
          onSection(output)
        })
        stopped = end.stopped
        return end
      },
      follow: link.follow,
    },
    recording: () => ({ schema: 1, recordedAt, phone, stopped, sections }),
  }
}
