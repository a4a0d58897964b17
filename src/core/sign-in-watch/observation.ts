/**
 * Whose code it is; the same number means something else elsewhere (20031 is "solve a captcha" at the sign-in and
 * "not bound to your account" at the unlock service). sign-in and security-status: account.xiaomi.com's answer, as
 * XMPassport.processLoginContent writes it down · binding: "Mi Unlock status" in the Settings (CloudDeviceStatus).
 */
export const LOG_SERVICES = ['sign-in', 'security-status', 'binding'] as const
export type LogService = (typeof LOG_SERVICES)[number]

/** The errors that are looked for, the most telling first: of several in one trace the first of this list is meant. */
export const LOG_ERRORS = [
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-other-name',
  'certificate-untrusted',
  'unknown-host',
  'unreachable',
  'timeout',
  'refused',
  'secure-connection',
  'dropped',
  'device-id',
  'no-such-user',
  'access-denied',
  'network-error',
] as const
export type LogError = (typeof LOG_ERRORS)[number]

export type SeenInLog =
  | { readonly kind: 'code'; readonly service: LogService; readonly code: number }
  | { readonly kind: 'error'; readonly error: LogError }

/** One thing that the phone's log said: a number and names of our own lists, never words of the log. */
export type Observation = SeenInLog & {
  /** By the phone's clock, as it was printed: "11-23 14:03:22.123". */
  readonly phoneTime: string
  /** When it arrived, by the workstation's clock (ISO, UTC). */
  readonly at: string
}

/** How the knowledge base names it: "sign-in:70016", "error:timeout". */
export const keyOf = (seen: SeenInLog): string =>
  seen.kind === 'code' ? `${seen.service}:${String(seen.code)}` : `error:${seen.error}`
