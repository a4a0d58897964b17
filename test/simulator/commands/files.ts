import { becomes, fails, prints } from '../shell/reply.ts'
import { toolPath } from '../shell/host-tools.ts'
import type { PhoneState } from '../state.ts'
import type { Command } from './command.ts'
import { allProperties } from './getprop.ts'

/** Files of the phone; those of the machine that we run on stay out of sight. */
export const cat: Command = (words, { state }) => {
  const paths = words.filter((word) => !word.startsWith('-'))
  if (paths.every((path) => !path.startsWith('/') || path.startsWith('/dev/')))
    return becomes(toolPath('cat') ?? 'cat')
  const texts = paths.map((path) => textOf(path, state))
  const missing = paths.filter((_path, at) => texts[at] === undefined)
  return prints(texts.join(''), {
    errors: missing.map((path) => `cat: ${path}: No such file or directory\n`).join(''),
    exitCode: missing.length > 0 ? 1 : 0,
  })
}

function textOf(path: string, state: PhoneState): string | undefined {
  if (Object.hasOwn(state.files, path)) return state.files[path]
  if (path === '/proc/uptime') {
    const seconds = state.upSeconds + performance.now() / 1000
    return `${seconds.toFixed(2)} ${(seconds * 6).toFixed(2)}\n`
  }
  if (path === '/proc/version') return `${kernel(state)}\n`
  return undefined
}

export const list: Command = (words, { state }) => {
  const path = words.find((word) => !word.startsWith('-')) ?? '.'
  if (Object.hasOwn(state.files, path)) return prints(`${path}\n`)
  const inside = Object.keys(state.files).filter((name) => name.startsWith(`${path}/`))
  if (inside.length > 0) return prints(inside.map((name) => `${name.slice(path.length + 1)}\n`).join(''))
  return path === '.' ? prints('') : fails(`ls: ${path}: No such file or directory\n`)
}

/** toybox; numbers in KiB. */
export const df: Command = (words, { state }) => {
  const total = Math.floor(state.storageBytes / 1024)
  const free = Math.floor(state.storageFreeBytes / 1024)
  const used = total - free
  const percent = Math.ceil((100 * used) / total)
  const show = (kibibytes: number): string =>
    words.includes('-h') ? `${(kibibytes / 1024 / 1024).toFixed(0)}G` : String(kibibytes)
  const heading = words.includes('-h') ? '   Size' : '1K-blocks'
  return prints(
    `Filesystem       ${heading}     Used Available Use% Mounted on\n` +
      `/dev/block/dm-44 ${show(total)} ${show(used)} ${show(free)}  ${String(percent)}% /data/user/0\n`,
  )
}

export const id: Command = () =>
  prints(
    'uid=2000(shell) gid=2000(shell) groups=2000(shell),1004(input),1007(log),1011(adb),1015(sdcard_rw),1028(sdcard_r),3001(net_bt_admin),3002(net_bt),3003(inet),3006(net_bw_stats),3009(readproc),3011(uhid) context=u:r:shell:s0\n',
  )

export const uname: Command = (words, { state }) =>
  prints(words.includes('-a') ? `${kernel(state)}\n` : 'Linux\n')

function kernel(state: PhoneState): string {
  const version = allProperties(state)['ro.kernel.version'] ?? '4.19'
  return `Linux localhost ${version}.157-perf #1 SMP PREEMPT Thu Jan 22 03:57:22 UTC 2026 aarch64 Toybox`
}

export const uptime: Command = (_words, { state }) => {
  const minutes = Math.floor((state.upSeconds + performance.now() / 1000) / 60)
  const text = `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`
  return prints(` 12:00:00 up ${text},  0 users,  load average: 1.20, 1.10, 1.00\n`)
}

export const ip: Command = ([what], { state }) => {
  const { network } = state
  if (network.transport === 'none' || network.airplane) return prints('')
  const name = network.transport === 'cellular' ? 'rmnet_data0' : 'wlan0'
  if (what?.startsWith('r') === true)
    return prints(`192.168.1.0/24 dev ${name} proto kernel scope link src 192.168.1.54 \n`)
  return prints(
    `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n    inet 127.0.0.1/8 scope host lo\n` +
      `30: ${name}: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 3000\n    inet 192.168.1.54/24 brd 192.168.1.255 scope global ${name}\n`,
  )
}
