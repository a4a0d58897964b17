import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { putInPlace } from '../disk.ts'

/** Bytes that are written in one piece. */
const AT_ONCE = 1 << 20

export type TextFile = {
  readonly write: (text: string) => void
  /** Only then is it there under its name. */
  readonly done: () => void
  /** Leaves nothing behind that is not done. */
  readonly close: () => void
}

/** A file that is written from its beginning to its end, for its owner alone, and stands there whole or not at all. */
export const writeTextFile = (file: string): TextFile => {
  const part = `${file}.part`
  rmSync(part, { force: true })
  const handle = openSync(part, 'wx', 0o600)
  let isOpen = true
  let waiting = ''
  const flush = (): void => {
    const bytes = Buffer.from(waiting)
    for (let from = 0; from < bytes.length;) from += writeSync(handle, bytes, from)
    waiting = ''
  }
  const shut = (): void => {
    if (isOpen) closeSync(handle)
    isOpen = false
  }
  return {
    write: (text) => {
      waiting += text
      if (waiting.length >= AT_ONCE) flush()
    },
    done: () => {
      flush()
      shut()
      putInPlace(part, file)
    },
    close: () => {
      shut()
      rmSync(part, { force: true })
    },
  }
}
