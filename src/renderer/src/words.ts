import type { Failure } from '../../core/failure.ts'
import { isMessageKey, speak, type Say } from '../../core/words/index.ts'

export const LANGUAGE = 'en'

/** How dates are written where nothing else is set: day before month, 24 hours. */
export const DATE_LOCALE = 'en-GB'

export const say: Say = speak(LANGUAGE)

export const sayFailure = (failure: Failure): string => say(`failure.${failure.code}`, failure.details)

/** Words for a name that data may extend; the name itself where the catalogue has none. */
export const sayOr = (key: string, fallback: string): string => (isMessageKey(key) ? say(key) : fallback)
