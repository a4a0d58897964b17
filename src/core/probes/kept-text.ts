import { maskName } from './account-dump.ts'
import { keepProperties } from './kept-properties.ts'
import { plainLines } from './plain-text.ts'
import type { SectionOutput } from './probe.ts'
import { WATCHED_PACKAGES } from './watched-packages.ts'

/**
 * The part of a section's text that may be kept in a record or a recording. Every reading can be made again from it;
 * names of other accounts and apps, of Wi-Fi networks and users' other settings are gone.
 */
export const keptText = (output: Pick<SectionOutput, 'id' | 'text'>): string => {
  switch (output.id) {
    case 'getprop':
      return keepProperties(output.text)
    case 'account':
      return eachLine(output.text, keepAccountLine)
    case 'connectivity':
      return eachLine(output.text, keepNetworkLine)
    case 'packages':
    case 'packages-disabled':
    case 'packages-removed':
      return eachLine(output.text, keepPackageLine)
    default:
      return output.text
  }
}

const eachLine = (text: string, keep: (line: string) => string | null): string =>
  plainLines(text)
    .map(keep)
    .filter((line) => line !== null)
    .join('\n')

/** The number of accounts stays, as it tells whether all were seen. */
const keepAccountLine = (line: string): string | null => {
  const [, before, name, type] = /^(\s*Account \{name=)(.*), type=([^,{}]*)\}\s*$/u.exec(line) ?? []
  if (before === undefined || name === undefined) {
    const user = /^(\s*User UserInfo\{\d+):/u.exec(line)?.[1]
    if (user !== undefined) return `${user}:***:0}:`
    return line.includes('Account {') || /^\s{4,}\S/u.test(line) ? null : line
  }
  return type === 'com.xiaomi' ? `${before}${maskName(name)}, type=${type}}` : `${before}***, type=***}`
}

const keepNetworkLine = (line: string): string | null => {
  if (/^\s*NetworkRequest/u.test(line)) return null
  return line
    .replace(/((?:SSID|BSSID|MAC|extra)\s*[:=] ?)(?:"[^"]*"|[^,>}\]\s]+)/gu, '$1***')
    .replace(/<none>"[^"]*"/gu, '<none>"***"')
}

const watched: ReadonlySet<string> = new Set(WATCHED_PACKAGES)

/** "package:android" is on every phone: it shows that there was a list. */
const keepPackageLine = (line: string): string | null => {
  if (!line.startsWith('package:')) return line
  const name = line.slice(line.startsWith('package:/') ? line.lastIndexOf('=') + 1 : 'package:'.length).trim()
  return watched.has(name) || name === 'android' ? line : null
}
