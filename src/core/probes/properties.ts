import { cleanDeviceText, type DeviceText } from '../device-text.ts'
import { absent, measured, unreadable, type Reading } from '../reading.ts'
import { answerOf, CUT_OFF, unusable, type Answer } from './answer.ts'
import { madeOnce } from './made-once.ts'
import { plainLines } from './plain-text.ts'
import type { SectionOutput } from './probe.ts'

const ENTRY = /^\[([^\][\s]+)\]: \[(.*)$/u

/**
 * A getprop dump as name and value. A value may run over several lines (persist.sys.boot.reason.history, Android 9
 * and later); one that never ends, because the dump was cut, is left out. The first of two equal names counts:
 * lines that a multi-line value imitates come later.
 */
export const parseProperties = (text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  let name: string | null = null
  let value: string[] = []
  const ended = (): boolean => value.at(-1)?.endsWith(']') === true
  const close = (): void => {
    if (name !== null && ended() && !found.has(name)) found.set(name, value.join('\n').slice(0, -1))
    name = null
  }
  for (const line of plainLines(text)) {
    const entry = ENTRY.exec(line)
    if (entry) {
      close()
      name = entry[1] ?? null
      value = [entry[2] ?? '']
    } else if (name !== null && !ended()) value.push(line)
  }
  close()
  return found
}

/** The properties of one phone, with what is needed to say why one of them is not there. */
export type Properties = {
  readonly answer: Answer | null
  /** The value, or null when it is not there or empty: Android does not tell the two apart. */
  readonly get: (name: string) => string | null
  /** True when a name that is not there is really not set: the dump came whole. */
  readonly whole: boolean
  readonly any: boolean
  readonly names: () => Iterable<string>
}

/** Of one answer: taken apart once for all that is read from it and all that is kept of it. */
export const propertiesIn = madeOnce(({ text }: Pick<SectionOutput, 'text'>) => parseProperties(text))

export const propertiesOf = (sections: ReadonlyMap<string, SectionOutput>): Properties => {
  const output = sections.get('getprop')
  return output === undefined ? properties(null) : answered(output)
}

const answered = madeOnce((output: SectionOutput) =>
  properties(answerOf(new Map([['getprop', output]]), 'getprop')),
)

const properties = (answer: Answer | null): Properties => {
  const found = answer === null ? new Map<string, string>() : propertiesIn(answer.output)
  return {
    answer,
    get: (name) => {
      const value = found.get(name)?.trim()
      return value === undefined || value === '' ? null : value
    },
    whole: answer?.complete === true && found.size > 0,
    any: found.size > 0,
    names: () => found.keys(),
  }
}

/** Why a property could not be read, or that the phone has none. */
export const noProperty = <T>(properties: Properties, name: string, none: string): Reading<T> => {
  const command = `getprop ${name}`
  if (!properties.any) return unusable(properties.answer, command)
  return properties.whole ? absent(none, command) : unreadable(CUT_OFF, command)
}

/** The first of several properties that has a value. */
export const firstProperty = (
  properties: Properties,
  names: readonly string[],
): { readonly name: string; readonly value: string } | null => {
  for (const name of names) {
    const value = properties.get(name)
    if (value !== null) return { name, value }
  }
  return null
}

/** A text reading from the first of several properties that has a value. */
export const textProperty = (
  properties: Properties,
  names: readonly [string, ...string[]],
  none: string,
): Reading<DeviceText> => {
  const found = firstProperty(properties, names)
  const text = cleanDeviceText(found?.value ?? '')
  if (found === null || text === '') return noProperty(properties, names[0], none)
  return measured(text, `getprop ${found.name}`)
}
