import { cleanDeviceText, type DeviceText } from '../device-text.ts'
import { absent, measured, unreadable, type Reading } from '../reading.ts'
import { answerOf, CUT_OFF, unusable, UNKNOWN_FORM } from './answer.ts'
import type { Probe, SectionOutput } from './probe.ts'

const COMMAND = 'dumpsys device_policy'

const HEADING = /^[ \t]*Current Device Policy Manager state/u
const DEVICE_OWNER = /^\s*Device Owner:/u
const NEXT_BLOCK = /^\s*(Profile Owner|Enabled Device Admins)/u
const PACKAGE = /^\s*package=([\w.]{1,200})\s*$/u

/**
 * "Device Owner:" with "package=" below it (Android 5 and later, Owners.dump); the block is left out when there is
 * none. "Profile Owner (User 10):" is a work profile, which hides nothing from the owner of the phone.
 */
const owner = (sections: ReadonlyMap<string, SectionOutput>): Reading<DeviceText> => {
  const answer = answerOf(sections, 'device-policy')
  if (answer === null) return unusable(null, COMMAND)
  const lines = answer.text.split('\n')
  const at = lines.findIndex((line) => DEVICE_OWNER.test(line))
  if (at !== -1) {
    for (const [index, line] of lines.slice(at + 1).entries()) {
      if (NEXT_BLOCK.test(line)) break
      // The last line of an answer that was cut may have lost its end.
      if (!answer.complete && at + 1 + index === lines.length - 1) break
      const name = PACKAGE.exec(line)?.[1]
      if (name !== undefined) return measured(cleanDeviceText(name), COMMAND)
    }
    return unreadable(answer.complete ? UNKNOWN_FORM : CUT_OFF, COMMAND)
  }
  if (!lines.some((line) => HEADING.test(line))) return unusable(answer, COMMAND)
  return answer.complete ? absent('No app manages this phone.', COMMAND) : unreadable(CUT_OFF, COMMAND)
}

/** Names of people and firms ("name=") go. */
export const keepPolicyLine = (line: string): string | null => {
  if (HEADING.test(line)) return 'Current Device Policy Manager state:'
  if (DEVICE_OWNER.test(line)) return '  Device Owner:'
  const block = NEXT_BLOCK.exec(line)?.[1]
  if (block !== undefined) return `  ${block}:`
  const name = PACKAGE.exec(line)?.[1]
  return name === undefined ? null : `    package=${name}`
}

export const deviceOwnerProbe: Probe = {
  needs: ['device-policy'],
  gives: ['device.owner'],
  read: (sections) => ({ 'device.owner': owner(sections) }),
}
