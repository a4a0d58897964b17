import { fails, prints } from '../shell/reply.ts'
import type { PhoneState } from '../state.ts'
import type { Command } from './command.ts'

/** AOSP cmds/uiautomator: DumpCommand.java, and AccessibilityNodeInfoDumper.java for the form of a node. */
export const uiautomator: Command = (words, { state }) => {
  const file = words.slice(1).find((word) => !word.startsWith('-'))
  if (words[0] !== 'dump' || file === undefined) return fails('not simulated\n')
  // The phone waits ten seconds before it says so; a test need not.
  if (state.screen.moving) return prints('', { errors: 'ERROR: could not get idle state.\n' })
  const isOwnOutput = ['/proc/self/fd/1', '/dev/stdout', '/dev/fd/1'].includes(file)
  return prints(`${isOwnOutput ? hierarchy(state) : ''}UI hierchary dumped to: ${file}\n`)
}

const LOCKED = ['09:41', 'Thursday, 3 September', 'Mother: call me back', 'Swipe up to unlock']

function hierarchy({ screen }: PhoneState): string {
  const name = screen.locked ? 'com.android.systemui' : 'com.xiaomi.account'
  const inside = (screen.locked ? LOCKED : screen.texts).map((text, at) => node(at, text, name)).join('')
  return `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?><hierarchy rotation="0">${node(0, '', name, inside)}</hierarchy>`
}

function node(index: number, text: string, packageName: string, inside = ''): string {
  const kind = inside === '' ? 'android.widget.TextView' : 'android.widget.FrameLayout'
  const start = `<node index="${String(index)}" text="${escaped(text)}" resource-id="" class="${kind}" package="${packageName}" content-desc="" checkable="false" checked="false" clickable="false" enabled="true" focusable="false" focused="false" scrollable="false" long-clickable="false" password="false" selected="false" bounds="[0,0][1080,2400]"`
  return inside === '' ? `${start} />` : `${start}>${inside}</node>`
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }
  return text.replaceAll(/[&<>"]/g, (letter) => `&${names[letter] ?? ''};`).replaceAll('\n', '&#10;')
}
