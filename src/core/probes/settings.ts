import { unreadable, type Unreadable } from '../reading.ts'
import { answerOf, CUT_OFF, NOT_READ, refusalIn, refusalWords, UNKNOWN_FORM, unusable } from './answer.ts'
import { keepLines } from './kept-lines.ts'
import type { SectionOutput } from './probe.ts'
import { withoutLogin } from './proxy-login.ts'
import { SETTINGS, type SettingName } from './sections.ts'

/** value: what is set · unset: the phone answered "null", so what Android does without it holds · else why not. */
export type Setting =
  | { readonly is: 'value'; readonly value: string }
  | { readonly is: 'unset' }
  | { readonly is: 'unknown'; readonly because: Unreadable }

export const settingCommand = (name: SettingName): string => `settings get global ${name}`

/** One line "name=value" of the section, which has the form of `settings list global` too. */
export const settingOf = (sections: ReadonlyMap<string, SectionOutput>, name: SettingName): Setting => {
  const answer = answerOf(sections, 'settings')
  const command = settingCommand(name)
  const unknown = (because: Unreadable): Setting => ({ is: 'unknown', because })
  if (answer === null) return unknown(unreadable(NOT_READ, command))
  const lines = answer.text.split('\n')
  const at = lines.findIndex((line) => line.startsWith(`${name}=`))
  if (at === -1) return unknown(unusable(answer, command))
  // The last line of an answer that was cut may have lost its end.
  if (!answer.complete && at === lines.length - 1) return unknown(unreadable(CUT_OFF, command))
  const value = (lines[at] ?? '').slice(name.length + 1).trim()
  if (value === 'null') return { is: 'unset' }
  const refusal = refusalIn(value)
  if (refusal !== null) return unknown(unreadable(refusal, command))
  return { is: 'value', value }
}

/** The settings that are read, of an error only the words that tell it, of a proxy no login. */
export const keepSettings = (text: string, complete: boolean): string => {
  const seen = new Set<string>()
  return keepLines(text, (line, ended) => {
    const name = SETTINGS.find((one) => line.startsWith(`${one}=`))
    if (name === undefined || seen.has(name)) return null
    seen.add(name)
    // A value that may have lost its end is not read: half a login would not be known for one.
    if (!ended && !complete) return `${name}=`
    const value = line.slice(name.length + 1).trim()
    const kept = refusalWords(value) ?? (name === 'http_proxy' ? withoutLogin(value) : value)
    return `${name}=${kept}`
  })
}

/** A setting that holds 0 or 1. */
export const switchOf = (
  setting: Setting,
  name: SettingName,
): { readonly on: boolean } | 'unset' | Unreadable => {
  if (setting.is === 'unknown') return setting.because
  if (setting.is === 'unset') return 'unset'
  if (setting.value === '1' || setting.value === '0') return { on: setting.value === '1' }
  return unreadable(UNKNOWN_FORM, settingCommand(name))
}
