/**
 * Serials that say nothing: of engineering and repaired boards whose own was never written (0123456789ABCDEF is that of
 * the MediaTek and Qualcomm reference trees), of a property that is not set, and adb's own words.
 */
const NOBODYS: ReadonlySet<string> = new Set([
  '',
  '0123456789abcdef',
  '0123456789abcde',
  '0123456789',
  '1234567890',
  '123456789',
  '12345678',
  '1234567890abcdef',
  'abcdef0123456789',
  'unknown',
  'default',
  'none',
  'null',
  'n/a',
  'no serial number',
  '(no serial number)',
])

/** Whether a phone can be known again by what it says is its serial. */
export const identifies = (serial: string): boolean => {
  const said = serial.trim().toLowerCase()
  return !NOBODYS.has(said) && !/^(.)\1+$/u.test(said)
}
