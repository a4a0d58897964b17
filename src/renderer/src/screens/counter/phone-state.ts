import type { PhoneView } from '../../../../contract/views.ts'
import type { AdbServerStatus } from '../../../../core/phone.ts'
import { say } from '../../words.ts'

export const stateWords = (state: PhoneView['state']): string =>
  state === 'gone' ? say('screen.phone.gone') : say(`phone.state.${state}`)

/** What to do about a phone that cannot be read now; nothing for one that can. */
export const adviceWords = (state: PhoneView['state']): string | null => {
  if (state === 'device') return null
  return state === 'gone' ? say('screen.phone.gone-advice') : say(`phone.advice.${state}`)
}

/** What to do about the adb server, with adb's own words where it could not be started. */
export const serverAdvice = ({ state, port, version, why }: AdbServerStatus): string => {
  const advice = say(`server.advice.${state}`, { port, version: version ?? 0 })
  return why === undefined ? advice : `${advice} ${say('server.why', { why })}`
}
