const UNITS = [
  ['years', 365.25 * 86_400],
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const

/** The largest unit of which there are at least one and a half, so that nothing is rounded by more than a third. */
export const largestUnit = (
  seconds: number,
): { readonly unit: 'years' | 'days' | 'hours' | 'minutes' | 'seconds'; readonly count: number } => {
  for (const [unit, size] of UNITS)
    if (seconds >= size * 1.5) return { unit, count: Math.round(seconds / size) }
  return { unit: 'seconds', count: Math.round(seconds) }
}
