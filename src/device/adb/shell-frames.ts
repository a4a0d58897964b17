/** Longest frame that adbd sends in practice is its buffer, 32 KiB to 1 MiB; a longer claim is a lie. */
const LONGEST_FRAME = 1 << 20

const STDOUT = 1
const STDERR = 2
const EXIT = 3

export type ShellFrame =
  | { readonly kind: 'stdout'; readonly data: Uint8Array }
  | { readonly kind: 'stderr'; readonly data: Uint8Array }
  | { readonly kind: 'exit'; readonly code: number }

/** A frame that no honest adbd sends. */
export class FrameRefused extends Error {
  constructor(why: string) {
    super(`shell frame refused: ${why}`)
    this.name = 'FrameRefused'
  }
}

/**
 * Takes the shell protocol apart: one byte of kind, four bytes of length (little endian), data
 * (packages/modules/adb, shell_protocol.h). Data is handed on piece by piece as it arrives, so nothing is ever
 * allocated for a length that a phone merely claims.
 */
export const shellFrameReader = (onFrame: (frame: ShellFrame) => void): ((chunk: Uint8Array) => void) => {
  const header = new Uint8Array(5)
  let headerFilled = 0
  let kind = 0
  let left = 0

  const begin = (): void => {
    kind = header[0] ?? 0
    left = new DataView(header.buffer).getUint32(1, true)
    headerFilled = 0
    if (left > LONGEST_FRAME) throw new FrameRefused(`claims ${String(left)} bytes`)
    if (kind === EXIT && left !== 1) throw new FrameRefused(`exit status of ${String(left)} bytes`)
  }

  const take = (data: Uint8Array): void => {
    left -= data.length
    if (kind === STDOUT) onFrame({ kind: 'stdout', data })
    else if (kind === STDERR) onFrame({ kind: 'stderr', data })
    else if (kind === EXIT) onFrame({ kind: 'exit', code: data[0] ?? 0 })
    // Other kinds (window size, close stdin) are meant for the phone; their data is passed over.
  }

  return (chunk) => {
    let at = 0
    while (at < chunk.length) {
      if (left > 0) {
        const piece = chunk.subarray(at, at + left)
        at += piece.length
        take(piece)
        continue
      }
      header[headerFilled] = chunk[at] ?? 0
      headerFilled += 1
      at += 1
      if (headerFilled === header.length) begin()
    }
  }
}
