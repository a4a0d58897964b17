/**
 * Milliseconds of work that a call costs this process: what a quadratic loop runs up and a busy machine does not.
 * Bounds on it are generous; they tell seconds from milliseconds, not fast from faster (`npm run bench` does that).
 */
export const busyMs = (call: () => void): number => {
  const before = process.cpuUsage()
  call()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
