/** `reads` leaves the phone as it is; `fixes` are the changes that a fix may make; all others are forbidden. */
export type Effect = 'reads' | 'fixes' | 'forbidden'

/** Commands that have no harmless form here, or only the ones listed below. */
export const writingCommands = [
  'am',
  'appops',
  'bmgr',
  'chgrp',
  'chmod',
  'chown',
  'content',
  'cp',
  'dd',
  'dpm',
  'fastboot',
  'ime',
  'input',
  'insmod',
  'kill',
  'killall',
  'ln',
  'locksettings',
  'mkdir',
  'monkey',
  'mount',
  'mv',
  'pkill',
  'reboot',
  'restorecon',
  'rm',
  'rmdir',
  'screencap',
  'screenrecord',
  'service',
  'setenforce',
  'setprop',
  'sm',
  'start',
  'stop',
  'su',
  'svc',
  'tee',
  'touch',
  'umount',
  'wm',
] as const

const writing = new Set<string>(writingCommands)

export function effectOf([name = '', ...words]: readonly string[]): Effect {
  switch (name) {
    case 'toybox':
    case 'env':
    case 'xargs':
      // A call of xargs or env shows up a second time as the command that it starts.
      return name === 'toybox' ? effectOf(words) : 'reads'
    case 'pm':
      return packageEffect(words)
    case 'settings':
      return settingsEffect(words)
    case 'cmd':
      return cmdEffect(words)
    case 'am':
      return words[0] === 'get-current-user' ? 'reads' : 'forbidden'
    case 'dpm':
      return words[0] === 'list-owners' ? 'reads' : 'forbidden'
    case 'content':
      return words[0] === 'query' ? 'reads' : 'forbidden'
    case 'wm':
      return words.length === 1 ? 'reads' : 'forbidden'
    case 'service':
      return words[0] === 'list' || words[0] === 'check' ? 'reads' : 'forbidden'
    case 'logcat':
      return words.includes('-c') || words.includes('-f') ? 'forbidden' : 'reads'
    case 'uiautomator':
      return words[0] === 'dump' && words.some((word) => /^\/(dev|proc)\//.test(word)) ? 'reads' : 'forbidden'
    case 'date':
      return words.some((word) => word === '-s' || /^\d+(\.\d+)?$/.test(word)) ? 'forbidden' : 'reads'
    case 'sed':
      return words.some((word) => /^-[a-zA-Z]*i|^--in-place/.test(word)) ? 'forbidden' : 'reads'
    case 'dumpsys':
      return dumpsysEffect(words)
    default:
      return writing.has(name) ? 'forbidden' : 'reads'
  }
}

function cmdEffect([service, ...words]: readonly string[]): Effect {
  if (service === 'package') return packageEffect(words)
  if (service === 'settings') return settingsEffect(words)
  if (words[0] === undefined || /^(status|list|get|help|is-|show)/.test(words[0])) return 'reads'
  return 'forbidden'
}

function packageEffect(words: readonly string[]): Effect {
  const verb = words.find((word) => !word.startsWith('-')) ?? ''
  if (['list', 'path', 'dump', 'help', 'resolve-activity', 'query-activities', 'has-feature'].includes(verb))
    return 'reads'
  return verb === 'enable' || verb === 'install-existing' ? 'fixes' : 'forbidden'
}

function settingsEffect(words: readonly string[]): Effect {
  const verb = words.find((word) => /^(get|list|put|delete|reset)$/.test(word))
  if (verb === undefined || verb === 'get' || verb === 'list') return 'reads'
  return verb === 'put' ? 'fixes' : 'forbidden'
}

/** `dumpsys battery set level 5` and `dumpsys battery unplug` change what the phone believes. */
function dumpsysEffect(words: readonly string[]): Effect {
  return words.some((word) =>
    ['set', 'unplug', 'reset', 'disable', 'enable', 'force-idle', 'whitelist'].includes(word),
  )
    ? 'forbidden'
    : 'reads'
}

/** A redirection into a file, which no command sees; `>&2`, `2>/dev/null` and the like change nothing. */
export function redirections(script: string): readonly string[] {
  const unquoted = script.replaceAll(/'[^']*'/g, "''")
  return [...unquoted.matchAll(/>{1,2}\s*(?!&|\/dev\/(?:null|tty|stdout|stderr)\b)([\w./$"'{][^\s;|&)]*)/g)]
    .map(([whole]) => whole)
    .filter((whole) => !whole.startsWith('>='))
}
