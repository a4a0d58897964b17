import { cleanDeviceText } from '../device-text.ts'
import { keepLines } from './kept-lines.ts'
import { DETAILED_PACKAGES } from './watched-packages.ts'

/** What `dumpsys package NAME` says of one package for user 0; a part that is not there is null. */
export type PackageRecord = {
  readonly version: string | null
  readonly installed: boolean | null
  readonly hidden: boolean | null
  readonly stopped: boolean | null
  /** COMPONENT_ENABLED_STATE_*: 0 default, 1 enabled, 2 disabled, 3 disabled by the user, 4 until used. */
  readonly enabled: number | null
}

/**
 * The block "Package [name]" under "Packages:". An updated system app has a second block under "Hidden system
 * packages:", with the version that the phone was sold with: not that one.
 */
export const readPackageRecord = (text: string, name: string): PackageRecord | null => {
  const lines = text.split('\n')
  const heading = lines.findIndex((line) => line.trimEnd() === 'Packages:')
  const start = lines.findIndex((line, at) => at > heading && line.trim().startsWith(`Package [${name}] `))
  if (heading === -1 || start === -1) return null
  const block: string[] = []
  for (const line of lines.slice(start + 1)) {
    if (/^\S/u.test(line) || /^\s*Package \[/u.test(line)) break
    block.push(line)
  }
  const userLine = block.find((line) => /^\s*User 0:/u.test(line)) ?? ''
  const version = block.find((line) => /^\s*versionName=/u.test(line))
  const flag = (word: string): boolean | null => {
    const value = new RegExp(`\\b${word}=(true|false)\\b`, 'u').exec(userLine)?.[1]
    return value === undefined ? null : value === 'true'
  }
  const enabled = /\benabled=([0-4])\b/u.exec(userLine)?.[1]
  return {
    version: version?.replace(/^\s*versionName=/u, '').trim() ?? null,
    installed: flag('installed'),
    // Android 4.4 calls it "blocked".
    hidden: flag('hidden') ?? flag('blocked'),
    stopped: flag('stopped'),
    enabled: enabled === undefined ? null : Number(enabled),
  }
}

const HEADING = /^(?:Packages:|Hidden system packages:|Unable to find package: [\w.]{1,200})\s*$/u
const VERSION = /^\s*versionName=(.*)$/u
const USER = /^\s*User (\d{1,9}):/u
const FLAG = /\b(?:(?:installed|hidden|blocked|stopped)=(?:true|false)|enabled=[0-4])\b/gu

/** What is read above; toolbox of some 4.x phones has no grep, so that all of the dump comes. */
export const keepRecord = (text: string): string => {
  let inBlock = false
  return keepLines(text, (line) => {
    const plain = line.trim()
    if (plain.startsWith('Package [')) {
      inBlock = true
      return `  ${keepBlockHeading(plain)}`
    }
    if (/^\S/u.test(line)) {
      const endsBlock = inBlock
      inBlock = false
      if (HEADING.test(line)) return plain
      return endsBlock ? '***' : null
    }
    const version = VERSION.exec(line)?.[1]
    if (version !== undefined) return `    versionName=${cleanDeviceText(version)}`
    const user = USER.exec(line)?.[1]
    return user === undefined ? null : `    User ${user}: ${(line.match(FLAG) ?? []).join(' ')}`
  })
}

const keepBlockHeading = (plain: string): string => {
  const name = DETAILED_PACKAGES.find((one) => plain.startsWith(`Package [${one}] `))
  if (name === undefined) return 'Package [***]'
  return /\] \([0-9a-f]{1,16}\):$/u.test(plain) ? plain : `Package [${name}] (***):`
}
