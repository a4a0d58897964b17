import { becomes, fails, prints, type Reply } from '../shell/reply.ts'
import { harmlessTools, toolPath } from '../shell/host-tools.ts'
import type { Command, PhoneContext } from './command.ts'
import { date } from './date.ts'
import { dumpsys } from './dumpsys.ts'
import { listOwners } from './dump-device-policy.ts'
import { wifiStatus } from './dump-wifi.ts'
import { effectOf, writingCommands } from './effects.ts'
import { cat, df, id, ip, list, uname, uptime } from './files.ts'
import { getprop } from './getprop.ts'
import { logcat } from './logcat.ts'
import { netcat } from './netcat.ts'
import { packageManager } from './packages.ts'
import { ping } from './ping.ts'
import { settings } from './settings.ts'
import { uiautomator } from './uiautomator.ts'

/** `cmd SERVICE ...` */
const cmd: Command = ([service, ...words], phone) => {
  if (service === 'package') return packageManager(words, phone)
  if (service === 'settings') return settings(words, phone)
  if (service === 'netpolicy' && words.join(' ') === 'get restrict-background')
    return prints(`Restrict background status: ${phone.state.dataSaver ? 'enabled' : 'disabled'}\n`)
  if (service === 'wifi' && words[0] === 'status') return wifiStatus(phone.state)
  return fails(`cmd: Can't find service: ${service ?? ''}\n`, 20)
}

const which: Command = (words) => {
  const found = words.filter((word) => commandNames().includes(word))
  return prints(found.map((word) => `/system/bin/${word}\n`).join(''), {
    exitCode: found.length === 0 ? 1 : 0,
  })
}

const phoneCommands: Readonly<Record<string, Command>> = {
  am: () => prints('0\n'),
  cat,
  cmd,
  date,
  df,
  dpm: (_words, { state }) => prints(listOwners(state)),
  dumpsys,
  getprop,
  id,
  ip,
  logcat,
  ls: list,
  nc: netcat,
  netcat,
  ping,
  pm: packageManager,
  settings,
  uiautomator,
  uname,
  uptime,
  which,
}

/** Every name that a script of the phone finds. */
export function commandNames(): readonly string[] {
  const tools = harmlessTools.filter((name) => toolPath(name) !== undefined)
  return [...new Set([...Object.keys(phoneCommands), ...tools, ...writingCommands, 'toybox'])]
}

/** Those that a shell may have as functions: who ends a tool by its number must find the tool itself there. */
export function functionNames(): readonly string[] {
  return [...Object.keys(phoneCommands), 'grep', 'timeout']
}

/** `words` are the whole call, the command's name first. */
export function answerCommand(words: readonly string[], phone: PhoneContext): Reply {
  const given = phone.state.answers[words.join(' ')]
  if (given !== undefined) return prints(given)
  const [name = '', ...rest] = words
  if (effectOf(words) === 'forbidden') return fails(`${name}: not allowed\n`)
  if (name === 'toybox') {
    const reply = answerCommand(rest, phone)
    return reply.kind === 'tool' ? { ...reply, shift: reply.shift + 1 } : reply
  }
  const command = Object.hasOwn(phoneCommands, name) ? phoneCommands[name] : undefined
  if (command !== undefined) return command(rest, phone)
  const tool = toolPath(name)
  // Without a process group of its own, timeout ends together with the script that it belongs to.
  if (name === 'timeout' && tool !== undefined) return becomes(tool, 0, '--foreground ')
  return tool === undefined ? fails(`${name}: not found\n`, 127) : becomes(tool)
}
