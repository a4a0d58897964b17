import { cleanDeviceText, type DeviceText } from '../device-text.ts'
import { absent, measured, unreadable, type Reading } from '../reading.ts'
import { answerOf, CUT_OFF, unusable, UNKNOWN_FORM } from './answer.ts'
import type { Probe, SectionOutput } from './probe.ts'

const COMMAND = 'dumpsys device_policy'

/**
 * "Device Owner:" with "package=" below it (Android 5 and later, Owners.dump); the block is left out when there is
 * none. "Profile Owner (User 10):" is a work profile, which hides nothing from the owner of the phone.
 */
const owner = (sections: ReadonlyMap<string, SectionOutput>): Reading<DeviceText> => {
  const answer = answerOf(sections, 'device-policy')
  if (answer === null) return unusable(null, COMMAND)
  const lines = answer.text.split('\n')
  const at = lines.findIndex((line) => /^\s*Device Owner:/u.test(line))
  if (at !== -1) {
    for (const [index, line] of lines.slice(at + 1).entries()) {
      if (/Profile Owner|Enabled Device Admins/u.test(line)) break
      // The last line of an answer that was cut may have lost its end.
      if (!answer.complete && at + 1 + index === lines.length - 1) break
      const name = /^\s*package=([\w.]+)\s*$/u.exec(line)?.[1]
      if (name !== undefined) return measured(cleanDeviceText(name), COMMAND)
    }
    return unreadable(answer.complete ? UNKNOWN_FORM : CUT_OFF, COMMAND)
  }
  if (!/^\s*Current Device Policy Manager state/mu.test(answer.text)) return unusable(answer, COMMAND)
  return answer.complete ? absent('No app manages this phone.', COMMAND) : unreadable(CUT_OFF, COMMAND)
}

export const deviceOwnerProbe: Probe = {
  needs: ['device-policy'],
  gives: ['device.owner'],
  read: (sections) => ({ 'device.owner': owner(sections) }),
}
