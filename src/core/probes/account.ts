import type { DeviceText } from '../device-text.ts'
import { absent, measured, unreadable, type Reading } from '../reading.ts'
import { readAccounts, shownName } from './account-dump.ts'
import { answerOf, CUT_OFF, unusable } from './answer.ts'
import type { Probe } from './probe.ts'

const COMMAND = 'dumpsys account'

/** Names are masked by HyperOS itself ("2914***663") and by us everywhere else; no other account's name is kept. */
export const accountProbe: Probe = {
  needs: ['account'],
  gives: ['account.present', 'account.ids'],
  read: (sections) => {
    const answer = answerOf(sections, 'account')
    const { xiaomi, allSeen } = readAccounts(answer?.text ?? '')
    if (xiaomi.length > 0) {
      const ids = xiaomi.map(shownName)
      const every: Reading<readonly DeviceText[]> =
        allSeen || answer?.complete === true ? measured(ids, COMMAND) : unreadable(CUT_OFF, COMMAND)
      return { 'account.present': measured(true, COMMAND), 'account.ids': every }
    }
    if (allSeen) {
      return {
        'account.present': measured(false, COMMAND),
        'account.ids': absent('No Mi Account is signed in on the phone.', COMMAND),
      }
    }
    const why = unusable(answer, COMMAND)
    return { 'account.present': why, 'account.ids': why }
  },
}
