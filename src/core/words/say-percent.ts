import type { Say } from './index.ts'

/** "about 97 %"; never 0 % and never 100 %, since neither is known. */
export const sayPercent = (probability: number, say: Say): string => {
  const percent = Math.round(probability * 100)
  if (percent < 1) return say('screen.percent.under')
  if (percent > 99) return say('screen.percent.over')
  return say('screen.percent.about', { percent })
}
