/**
 * A bug for the terminal: its kind and its place in the code. Never its message, which may hold what a customer typed
 * or a phone sent.
 */
export const bugWords = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  const place = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))
  return [error.name, ...place].join('\n')
}
