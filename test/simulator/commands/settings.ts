import { fails, prints } from '../shell/reply.ts'
import type { SettingsNamespace } from '../state.ts'
import type { Command } from './command.ts'
import { allSettings, settingPut } from './derived-settings.ts'
import { splitUser } from './user-option.ts'

export const settings: Command = (allWords, phone) => {
  const { words, user } = splitUser(allWords)
  const [verb, namespace, key, value] = words
  if (!isNamespace(namespace)) return fails(`Invalid namespace '${namespace ?? ''}'\n`, 255)
  if (user !== 0 && !phone.state.users.some(({ id }) => id === user))
    return fails(`\njava.lang.SecurityException: User ${String(user)} does not exist\n`, 255)
  const values = allSettings(phone.state, namespace)
  switch (verb) {
    case 'list': {
      const lines = Object.entries(values).map(([name, text]) => `${name}=${text}\n`)
      return prints(lines.toSorted().join(''))
    }
    case 'get':
      return prints(`${key === undefined ? 'null' : (values[key] ?? 'null')}\n`)
    case 'put':
      if (key === undefined || value === undefined) return fails('Bad arguments\n', 255)
      phone.change(settingPut(phone.state, namespace, key, value))
      return prints('')
    default:
      return fails(`Invalid command: ${verb ?? ''}\n`, 255)
  }
}

function isNamespace(word: string | undefined): word is SettingsNamespace {
  return word === 'global' || word === 'secure' || word === 'system'
}
