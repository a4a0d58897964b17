import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { failed } from '../../core/failure.ts'
import { Refused } from '../trouble.ts'

/** Bytes of a piece; only the last one is shorter. */
const PIECE = 1 << 20

/** The fingerprints of a file's pieces, in their order. */
export type FileMarks = readonly string[]

const fill = (handle: number, buffer: Buffer): number => {
  let length = 0
  for (;;) {
    const bytes = readSync(handle, buffer, length, PIECE - length, null)
    length += bytes
    if (bytes === 0 || length === PIECE) return length
  }
}

/**
 * A file piece by piece; each is good until the next. `seen` gets the mark of each. Where `known` are the marks of what
 * was read before, no piece that is another comes out of here.
 */
export function* piecesOf(file: string, seen: string[], known: FileMarks | null): Generator<Buffer> {
  const handle = openSync(file, 'r')
  const buffer = Buffer.alloc(PIECE)
  const changed = (): Refused => new Refused(failed('import.changed', { file }).failure)
  try {
    for (;;) {
      const piece = buffer.subarray(0, fill(handle, buffer))
      if (piece.length === 0) break
      const mark = createHash('sha256').update(piece).digest('base64')
      if (known && known[seen.length] !== mark) throw changed()
      seen.push(mark)
      yield piece
    }
    if (known && known.length !== seen.length) throw changed()
  } finally {
    closeSync(handle)
  }
}
