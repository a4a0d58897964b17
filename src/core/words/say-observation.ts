import type { Observation, SeenInLog } from '../sign-in-watch/observation.ts'
import type { Say } from './index.ts'

/** "code 70016", "the server’s name could not be found". */
export const saySeen = (seen: SeenInLog, say: Say): string =>
  seen.kind === 'code'
    ? say(`watch.code.${seen.service}`, { code: String(seen.code) })
    : say(`watch.error.${seen.error}`)

/** "14:03", by the phone's clock. */
export const phoneMinute = ({ phoneTime }: Observation): string => phoneTime.slice(6, 11)

export const sayLogged = (seen: Observation, say: Say): string =>
  say('watch.logged', { time: phoneMinute(seen), what: saySeen(seen, say) })
