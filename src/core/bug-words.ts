const CODE = /^[A-Z][A-Z0-9_]{0,39}$/u

/** The code that an engine gives an error, such as SQLITE_BUSY. */
const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? ` ${error.code}` : ''

/**
 * A bug for the terminal: its kind, its code and its place in the code. Never its message, which may hold what a customer typed
 * or a phone sent.
 */
export const bugWords = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  const place = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))
  return [`${error.name}${codeOf(error)}`, ...place].join('\n')
}
