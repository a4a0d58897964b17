import { StringDecoder } from 'node:string_decoder'

/** Longer than any line of ours: one inspection with all that a phone said. */
const LONGEST_LINE = 64 * 1024 * 1024

export type ReadLine = { readonly number: number; readonly text: string | null; readonly read: number }

/**
 * The lines of a file that comes in pieces, one in memory at a time; null for one that is longer than any of ours, whose
 * rest is passed over.
 */
export function* linesOf(pieces: Iterable<Buffer>): Generator<ReadLine> {
  const decoder = new StringDecoder('utf8')
  let waiting: string[] = []
  let length = 0
  let number = 1
  let read = 0
  const line = (): ReadLine => ({ number, text: length > LONGEST_LINE ? null : waiting.join(''), read })
  const add = (part: string): void => {
    length += part.length
    if (length > LONGEST_LINE) waiting = []
    else waiting.push(part)
  }
  for (const piece of pieces) {
    read += piece.length
    for (const [index, part] of decoder.write(piece).split('\n').entries()) {
      if (index > 0) {
        yield line()
        number += 1
        waiting = []
        length = 0
      }
      add(part)
    }
  }
  add(decoder.end())
  if (length > 0) yield line()
}
