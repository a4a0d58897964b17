export type LogLine = {
  /** As printed: "11-23 14:03:22.123". */
  readonly time: string
  readonly tag: string
  readonly process: string
  readonly message: string
}

/** AOSP liblog, android_log_formatLogLine, FORMAT_TIME ("-v time"), the same from Android 4.4 to 16. */
const PRINTED = /^(\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) [VDIWEFA]\/([\w.]{1,40}) *\( *(\d{1,8})\): ?/u

export const readLine = (line: string): LogLine | null => {
  const found = PRINTED.exec(line)
  if (!found) return null
  const [whole, time = '', tag = '', process = ''] = found
  return { time, tag, process, message: line.slice(whole.length) }
}

/** What goes on from the line before it: the rest of a stack trace. */
export const goesOn = (message: string): boolean =>
  /^(?:\s|Caused by: |Suppressed: |\.\.\. \d)/u.test(message)

/** Whether a printed time lies before another; without a year, January comes after December. */
export const isBefore = (time: string, other: string): boolean =>
  time < other && !(time.startsWith('01') && other.startsWith('12'))
