import { IntlMessageFormat } from 'intl-messageformat'
import changes from './en/changes.json' with { type: 'json' }
import diagnosis from './en/diagnosis.json' with { type: 'json' }
import failures from './en/failures.json' with { type: 'json' }
import imports from './en/import.json' with { type: 'json' }
import intake from './en/intake.json' with { type: 'json' }
import history from './en/history.json' with { type: 'json' }
import learning from './en/learning.json' with { type: 'json' }
import ownKnowledge from './en/own-knowledge.json' with { type: 'json' }
import paper from './en/paper.json' with { type: 'json' }
import phones from './en/phones.json' with { type: 'json' }
import readings from './en/readings.json' with { type: 'json' }
import recordings from './en/recordings.json' with { type: 'json' }
import reports from './en/reports.json' with { type: 'json' }
import safety from './en/safety.json' with { type: 'json' }
import screen from './en/screen.json' with { type: 'json' }
import start from './en/start.json' with { type: 'json' }
import steps from './en/steps.json' with { type: 'json' }
import watch from './en/watch.json' with { type: 'json' }

/** The English catalogue is the one that defines which messages there are; every other language must hold the same keys. */
const ENGLISH = {
  ...screen,
  ...phones,
  ...readings,
  ...changes,
  ...diagnosis,
  ...failures,
  ...history,
  ...imports,
  ...intake,
  ...steps,
  ...recordings,
  ...watch,
  ...ownKnowledge,
  ...learning,
  ...reports,
  ...safety,
  ...start,
  ...paper,
}

export type MessageKey = keyof typeof ENGLISH
export type MessageValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

export const LANGUAGES = ['en'] as const
export type Language = (typeof LANGUAGES)[number]

const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en: ENGLISH }

/** Says a message in one language; `values` fills its ICU placeholders, plurals and choices. */
export type Say = (key: MessageKey, values?: MessageValues) => string

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(ENGLISH, key)

const kept = <Options, Format>(
  make: (locales: string | string[] | undefined, options: Options) => Format,
) => {
  const made = new Map<string, Format>()
  return (...[locales, options]: [string | string[] | undefined, Options]): Format => {
    const key = JSON.stringify([locales, options])
    const format = made.get(key) ?? make(locales, options)
    made.set(key, format)
    return format
  }
}

/** One for all messages: each of its own would cost more than all that it says. */
const FORMATTERS = {
  getNumberFormat: kept(
    (locales, options: Intl.NumberFormatOptions | undefined) => new Intl.NumberFormat(locales, options),
  ),
  getDateTimeFormat: kept(
    (locales, options: Intl.DateTimeFormatOptions | undefined) => new Intl.DateTimeFormat(locales, options),
  ),
  getPluralRules: kept(
    (locales, options: Intl.PluralRulesOptions | undefined) => new Intl.PluralRules(locales, options),
  ),
}

/** Two of three messages: nothing in them to fill in and nothing escaped, so they are said as they stand. */
const IS_PLAIN = /^[^{}'<>#|]*$/u

export const speak = (language: Language): Say => {
  const catalogue = CATALOGUES[language]
  const parsed = new Map<MessageKey, IntlMessageFormat>()
  return (key, values) => {
    let message = parsed.get(key)
    if (!message) {
      const words = catalogue[key]
      if (IS_PLAIN.test(words)) return words
      message = new IntlMessageFormat(words, language, undefined, { formatters: FORMATTERS })
      parsed.set(key, message)
    }
    return String(message.format(values ?? {}))
  }
}
