import type { PhoneView } from '../../../../contract/views.ts'
import type { AdbServerStatus } from '../../../../core/phone.ts'
import { systemOf, type Obstacle } from '../../../../core/ready-steps.ts'
import { sayFirstStep } from '../../../../core/words/say-steps.ts'
import { say } from '../../words.ts'

/** What this computer runs; a test that draws the window outside of it has no navigator. */
export const SYSTEM = systemOf(globalThis.navigator?.userAgent ?? '')

export const stateWords = (state: PhoneView['state']): string =>
  state === 'gone' ? say('screen.phone.gone') : say(`phone.state.${state}`)

/** What to do first about a phone that cannot be read now; nothing for one that can. */
export const adviceWords = (state: PhoneView['state']): string | null =>
  state === 'device' ? null : sayFirstStep(state, SYSTEM, say)

/** A phone that is plugged in now is seen, or will be in a moment. */
export const seesPhones = ({ state }: AdbServerStatus): boolean => state === 'running' || state === 'starting'

/** What keeps every phone from being seen; null while it may still come by itself. */
export const serverObstacle = ({ state }: AdbServerStatus): Obstacle | null => {
  if (state === 'starting') return null
  return state === 'running' ? 'none' : state
}

/** What to do first about the adb server, or what it is doing. */
export const serverAdvice = (server: AdbServerStatus): string =>
  server.state === 'running' || server.state === 'starting'
    ? say(`server.advice.${server.state}`)
    : sayFirstStep(server.state, SYSTEM, say, server)

/** adb's own words where it could not be started. */
export const serverWhy = ({ why }: AdbServerStatus): string | null =>
  why === undefined ? null : say('server.why', { why })
