import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '../core/failure.ts'
import { answering } from './trouble.ts'

/** Beside the record: it outlives one that is damaged, and one that is replaced by an older copy. */
const ERASED_FILE = 'benchside-erased.txt'

const ID = /^[\w-]{1,64}$/u

/** The ids of customers and notes that were forgotten, and nothing else of them: whoever brings back an older copy needs them. */
export const erasedIn = (folder: string): ReadonlySet<string> => {
  const file = join(folder, ERASED_FILE)
  if (!existsSync(file)) return new Set()
  return new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => ID.test(line)),
  )
}

/** On the disk before anything is erased: a power cut in between erases too little, never brings anybody back. */
export const listErased = (folder: string, ids: readonly string[]): Promise<Answer<null>> =>
  answering(join(folder, ERASED_FILE), async () => {
    const known = erasedIn(folder)
    const fresh = ids.filter((id) => ID.test(id) && !known.has(id))
    if (fresh.length === 0) return null
    const handle = openSync(join(folder, ERASED_FILE), 'a', 0o600)
    try {
      // A line of its own also after one that a power cut has left without its end.
      writeSync(handle, `\n${fresh.join('\n')}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    return null
  })
