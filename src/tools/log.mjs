import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const KEPT = 20

/** @typedef {{ file: string, write: (text: string) => void }} Log */

/** The full record of one command's set-up. The file is made with the first line: a command that had nothing to do leaves none.
 * @param {string} cache @param {string} command @param {string} [goOnWith] one that is there already @returns {Log} */
export function openLog(cache, command, goOnWith) {
  const folder = join(cache, 'logs')
  const time = new Date().toISOString().replaceAll(/[:.]/gu, '-')
  const file = goOnWith ?? join(folder, `${time}-${command}-${process.pid}.log`)
  let made = false
  return {
    file,
    write(text) {
      if (!made) {
        mkdirSync(folder, { recursive: true })
        for (const old of readdirSync(folder).toSorted().slice(0, -KEPT))
          rmSync(join(folder, old), { force: true })
        made = true
      }
      appendFileSync(file, text)
    },
  }
}
