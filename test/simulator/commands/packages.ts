import { fails, prints, type Reply } from '../shell/reply.ts'
import type { PhonePackage, PhoneState } from '../state.ts'
import type { Command, PhoneContext } from './command.ts'
import { splitUser } from './user-option.ts'

/** `pm ...` and `cmd package ...` */
export const packageManager: Command = (allWords, phone) => {
  const { words } = splitUser(allWords)
  const [verb, ...rest] = words
  switch (verb) {
    case 'list':
      return list(rest, phone.state)
    case 'path':
      return path(rest[0] ?? '', phone.state)
    case 'enable':
      return enable(rest[0] ?? '', phone)
    case 'install-existing':
      return installExisting(rest.at(-1) ?? '', phone)
    default:
      return fails(`Unknown command: ${verb ?? ''}\n`, 255)
  }
}

function list([what, ...words]: readonly string[], state: PhoneState): Reply {
  if (what === 'users') return prints(users(state))
  if (what !== 'packages' && what !== 'package')
    return fails(`Error: unknown list type '${what ?? ''}'\n`, 255)
  const options = words.filter((word) => word.startsWith('-'))
  const filter = words.find((word) => !word.startsWith('-')) ?? ''
  const has = (option: string): boolean => options.includes(option)
  const lines = Object.entries(state.packages)
    .filter(([name]) => name.includes(filter))
    .filter(([, { state: is }]) => is !== 'absent' && (is !== 'removed' || has('-u')))
    .filter(([, { state: is }]) => !has('-d') || is === 'disabled')
    .filter(([, { state: is }]) => !has('-e') || is === 'enabled')
    .filter(([, { system }]) => !has('-s') || system)
    .filter(([, { system }]) => !has('-3') || !system)
    .map(([name, found]) => packageLine(name, found, has))
  return prints(lines.join(''))
}

function packageLine(name: string, found: PhonePackage, has: (option: string) => boolean): string {
  const path = has('-f') ? `${found.path}=` : ''
  const version = has('--show-versioncode') ? ` versionCode:${String(found.versionCode)}` : ''
  return `package:${path}${name}${version}\n`
}

function users(state: PhoneState): string {
  const lines = state.users.map(
    ({ id, name, flags, running }) =>
      `\tUserInfo{${String(id)}:${name}:${flags}}${running ? ' running' : ''}\n`,
  )
  return `Users:\n${lines.join('')}`
}

function path(name: string, state: PhoneState): Reply {
  const found = state.packages[name]
  if (found === undefined || found.state === 'absent' || found.state === 'removed') return fails('', 1)
  return prints(`package:${found.path}\n`)
}

function enable(name: string, phone: PhoneContext): Reply {
  const found = phone.state.packages[name]
  if (found === undefined || found.state === 'absent')
    return fails(
      `\nException occurred while executing 'enable':\njava.lang.IllegalArgumentException: Unknown package: ${name}\n`,
      255,
    )
  if (found.state === 'disabled') phone.change({ packages: { [name]: { state: 'enabled' } } })
  return prints(`Package ${name} new state: enabled\n`)
}

function installExisting(name: string, phone: PhoneContext): Reply {
  const found = phone.state.packages[name]
  if (found === undefined || found.state === 'absent')
    return fails(`android.content.pm.PackageManager$NameNotFoundException: Package ${name} doesn't exist\n`)
  if (found.state === 'removed') phone.change({ packages: { [name]: { state: 'enabled' } } })
  return prints(`Package ${name} installed for user: 0\n`)
}
