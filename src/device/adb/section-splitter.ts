/** Text of one section that is kept; `dumpsys` of a crowded phone stays under 300 KB. */
const LONGEST_SECTION = 512 * 1024

/** "123 255\r\n" and some room. What goes on longer after our mark is output: waiting for its line end costs a phone nothing and us all our time. */
const LONGEST_END = 16

export type SplitSection = {
  readonly index: number
  readonly text: string
  /** null: its end never arrived. */
  readonly exitCode: number | null
  /** False when the end is missing or the text was cut. */
  readonly complete: boolean
}

export type SectionSplitter = {
  readonly push: (bytes: Uint8Array) => void
  /** The stream is over: hands over what had arrived of a section that never ended. */
  readonly end: () => void
}

/**
 * Cuts the output of a section script back into sections, as it arrives, however the bytes are split.
 * Memory is bounded: of a section that is too long only its beginning is kept.
 */
export const sectionSplitter = (
  mark: string,
  count: number,
  onSection: (section: SplitSection) => void,
): SectionSplitter => {
  const decoder = new TextDecoder('utf-8', { fatal: false })
  const start = `\n${mark} `
  let kept = ''
  let cut = false
  /** What has arrived but may still hold the beginning of an end line. */
  let tail = ''
  let index = 0

  const keep = (text: string): void => {
    const room = LONGEST_SECTION - kept.length
    if (text.length > room) cut = true
    if (room > 0) kept += text.slice(0, room)
  }

  const hand = (exitCode: number | null): void => {
    onSection({ index, text: kept.replaceAll('\r\n', '\n'), exitCode, complete: exitCode !== null && !cut })
    kept = ''
    cut = false
    index += 1
  }

  /** Takes one end line off the tail, or what only began like one; false: neither is there, or not yet. */
  const takeEnd = (): boolean => {
    const at = tail.indexOf(start)
    if (at < 0) return false
    const from = at + start.length
    const rest = tail.slice(from, from + LONGEST_END)
    const length = rest.indexOf('\n')
    if (length < 0) {
      if (rest.length < LONGEST_END) return false
      keep(tail.slice(0, from))
      tail = tail.slice(from)
      return true
    }
    const [claimed, code] = rest.slice(0, length).trim().split(' ')
    // A pseudo-terminal (phones without shell protocol 2) makes "\r\n" of "\n"; the "\r" before our mark is not output.
    keep(tail.slice(0, at).replace(/\r$/u, ''))
    tail = tail.slice(from + length + 1)
    if (claimed === String(index)) hand(code !== undefined && /^\d{1,3}$/u.test(code) ? Number(code) : null)
    return true
  }

  const settle = (): void => {
    while (index < count && takeEnd());
    const at = tail.indexOf(start)
    // All but a possible beginning of an end line is text, and a "\r" before that may be a part of it.
    const safe = (at >= 0 ? at : tail.length - start.length) - 1
    if (safe > 0) {
      keep(tail.slice(0, safe))
      tail = tail.slice(safe)
    }
  }

  return {
    push: (bytes) => {
      if (index >= count) return
      tail += decoder.decode(bytes, { stream: true })
      settle()
    },
    end: () => {
      if (index >= count) return
      keep(tail)
      tail = ''
      if (kept !== '') hand(null)
    },
  }
}
