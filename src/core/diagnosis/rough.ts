import type { Say } from '../words/index.ts'

/** A chance as people may trust it: steps of five in a hundred, no digits beyond what is known. */
export const roughChance = (chance: number, say: Say): string => {
  const percent = Math.round(chance * 20) * 5
  if (percent >= 95) return say('diagnosis.chance.nearly-certain')
  if (percent < 5) return say('diagnosis.chance.hardly')
  return say('diagnosis.chance', { percent })
}
