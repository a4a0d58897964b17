/**
 * Text as a phone (or a file that somebody saved on Windows) gives it, made uniform before it is parsed:
 * no byte-order mark, "\n" as the only line end, and UTF-16 that was decoded byte by byte read as it was meant.
 */
export const plainText = (raw: string): string => {
  const narrow = looksLikeWideBytes(raw) ? raw.replaceAll('\0', '') : raw
  const unmarked = narrow.replace(/^(?:\ufeff|\ufffe|\u00ff\u00fe|\u00fe\u00ff|\ufffd\ufffd)/u, '')
  // An adb shell without the v2 protocol (Android 6 and older) runs on a terminal, some doubled: "\r\r\n".
  // Begun only at the first of several: else a flood of "\r" is gone through once for each of them.
  return unmarked.includes('\r') ? unmarked.replace(/(?<!\r)\r+\n/gu, '\n') : unmarked
}

export const plainLines = (raw: string): readonly string[] => plainText(raw).split('\n')

/** PowerShell's ">" writes UTF-16LE: read as single bytes, every second character of plain text is a NUL. */
const looksLikeWideBytes = (raw: string): boolean => {
  const head = raw.slice(0, 400)
  let nuls = 0
  for (const character of head) if (character === '\0') nuls += 1
  return nuls * 3 > head.length
}
