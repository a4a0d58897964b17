import { cleanDeviceText, type DeviceText } from '../device-text.ts'
import type { SectionOutput } from '../probes/probe.ts'
import { plainText } from '../probes/plain-text.ts'
import { screenNodes, type ScreenNode } from './screen-nodes.ts'
import { xmlText } from './xml-text.ts'

/**
 * moving: it never stood still · covered: the lock screen or the notifications are in front · empty: no window, as with
 * the screen off · missing: the phone has no such command · unknown: the phone's answer is something else
 */
export type ScreenTrouble = 'moving' | 'covered' | 'empty' | 'missing' | 'unknown'

export type Screen =
  | {
      readonly status: 'read'
      readonly texts: readonly DeviceText[]
      /** False: there was more than is read. */
      readonly whole: boolean
    }
  | { readonly status: 'unreadable'; readonly reason: ScreenTrouble }

/** Characters of one text, of all together, and of the phone's answer: a message is a sentence or two. */
const LONGEST_TEXT = 1000
const LONGEST_SCREEN = 20_000
const LONGEST_ANSWER = 512 * 1024

/** The lock screen, the notifications and the clock of a sleeping screen: other people's words, and never the message. */
const COVERS: ReadonlySet<string> = new Set(['com.android.systemui', 'com.android.keyguard', 'com.miui.aod'])

/** Typed by somebody, or a button ("Forgot password?"): not a message. */
const isNoMessage = (node: ScreenNode): boolean =>
  node.get('password') === 'true' ||
  node.get('clickable') === 'true' ||
  /(?:EditText|Button)$/u.test(node.get('class') ?? '')

const textsOf = (node: ScreenNode): readonly DeviceText[] =>
  isNoMessage(node)
    ? []
    : ['text', 'content-desc'].flatMap((name) =>
        // Cut before the references are resolved: "&#128512;" is the longest way to write a character.
        xmlText((node.get(name) ?? '').slice(0, LONGEST_TEXT * 10))
          .split('\n')
          .map((line) => cleanDeviceText(line, LONGEST_TEXT))
          .filter((line) => line !== ''),
      )

/** What it prints in place of a screen (DumpCommand.java), or the shell where there is no such command. */
const troubleIn = (text: string): ScreenTrouble => {
  if (text.includes('could not get idle state')) return 'moving'
  if (text.includes('null root node')) return 'empty'
  return /not found|No such file/u.test(text.slice(0, 2000)) ? 'missing' : 'unknown'
}

const unreadable = (reason: ScreenTrouble): Screen => ({ status: 'unreadable', reason })

/** The texts of the window in front, in their order, each once; secure windows (FLAG_SECURE) hide theirs from pictures only. */
export const readScreen = (output: Pick<SectionOutput, 'text' | 'complete'>): Screen => {
  const text = plainText(output.text.slice(0, LONGEST_ANSWER))
  const start = text.indexOf('<hierarchy')
  if (start < 0) return unreadable(troubleIn(text))
  const { nodes, end } = screenNodes(text.slice(start))
  if (end === 'broken') return unreadable('unknown')
  const isFree = (node: ScreenNode): boolean => !COVERS.has(node.get('package') ?? '')
  const free = nodes.filter(isFree)
  if (free.length === 0) return unreadable(nodes.length === 0 ? 'empty' : 'covered')
  const texts: DeviceText[] = []
  let room = LONGEST_SCREEN
  for (const line of new Set(free.flatMap(textsOf))) {
    room -= line.length
    if (room < 0) break
    texts.push(line)
  }
  return { status: 'read', texts, whole: end === 'closed' && room >= 0 }
}
