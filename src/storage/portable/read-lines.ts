import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

/** Longer than any line of ours: one inspection with all that a phone said. */
const LONGEST_LINE = 64 * 1024 * 1024
const AT_ONCE = 1 << 20

export type ReadLine = { readonly number: number; readonly text: string | null; readonly read: number }

/** The lines of a file, one in memory at a time; null for one that is longer than any of ours, whose rest is passed over. */
export function* linesOf(file: string): Generator<ReadLine> {
  const handle = openSync(file, 'r')
  const buffer = Buffer.alloc(AT_ONCE)
  const decoder = new StringDecoder('utf8')
  try {
    let waiting: string[] = []
    let length = 0
    let number = 1
    let read = 0
    for (;;) {
      const bytes = readSync(handle, buffer, 0, AT_ONCE, null)
      read += bytes
      const parts = (bytes === 0 ? decoder.end() : decoder.write(buffer.subarray(0, bytes))).split('\n')
      for (const [index, part] of parts.entries()) {
        if (index > 0) {
          yield { number, text: length > LONGEST_LINE ? null : waiting.join(''), read }
          number += 1
          waiting = []
          length = 0
        }
        length += part.length
        if (length > LONGEST_LINE) waiting = []
        else waiting.push(part)
      }
      if (bytes === 0) {
        if (length > 0) yield { number, text: length > LONGEST_LINE ? null : waiting.join(''), read }
        return
      }
    }
  } finally {
    closeSync(handle)
  }
}
