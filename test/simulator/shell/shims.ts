import { chmodSync, linkSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Between the words of a call; at its end a word that no caller would use; and the mark that a reply was taken. */
const wordEnd = '\x1f'
const callEnd = `${wordEnd}\x1e${wordEnd}`
const taken = '\x1d'

/**
 * Every command of the phone is this one file under many names. It asks the phone what to do and does it.
 * Commands of one script may run at the same time: whoever has read the turn asks next, so that
 * no one reads another's reply. All of it is built into the shell: about 1 ms a call.
 */
const shim = `#!/bin/sh
IFS= read -r turn <&8 || exit 255
printf '%s${wordEnd}' "\${0##*/}" "$@" '\x1e' >&8
IFS= read -r reply <&9 || exit 255
printf '${taken}' >&8
eval "$reply"
`

export const turnDescriptor = 8
export const replyDescriptor = 9

/**
 * The same as a function of the script's own shell: starting a shell anew for each call costs this machine more than
 * the call, and a real phone has more processors for it. Other programs, such as xargs, find the files.
 */
const asFunction = (name: string): string => `${name}() (
IFS= read -r turn <&8 || exit 255
printf '%s${wordEnd}' ${name} "$@" '\x1e' >&8
IFS= read -r reply <&9 || exit 255
printf '${taken}' >&8
eval "$reply"
)
`

export type Shims = { readonly names: Iterable<string>; readonly functions: readonly string[] }

/** Lays the commands into the folder; a shell that reads the file which this names has some of them as functions. */
export function layShims(folder: string, { names, functions }: Shims): string {
  mkdirSync(folder, { recursive: true })
  const first = join(folder, '.shim')
  writeFileSync(first, shim)
  chmodSync(first, 0o755)
  for (const name of names) linkSync(first, join(folder, name))
  const file = join(folder, '.functions')
  writeFileSync(file, functions.map(asFunction).join(''))
  return file
}

/** Reads what the shims of one script write: calls, and marks that a reply was taken. */
export function callReader(
  called: (words: readonly string[]) => void,
  replyTaken: () => void,
): (chunk: Buffer) => void {
  let pending = ''
  const decoder = new TextDecoder()
  return (chunk) => {
    pending += decoder.decode(chunk, { stream: true })
    for (;;) {
      if (pending.startsWith(taken)) {
        pending = pending.slice(1)
        replyTaken()
        continue
      }
      const end = pending.indexOf(callEnd)
      if (end < 0) return
      const words = pending.slice(0, end).split(wordEnd)
      pending = pending.slice(end + callEnd.length)
      called(words)
    }
  }
}
