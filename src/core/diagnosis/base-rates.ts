/**
 * From "how often is it there among failed sign-ins" to the chances that the network needs.
 *
 * The causes of the network are there independently of each other, with chances b; the customer's trouble happens
 * surely when at least one is, and with chance `leak` when none of them is (something that is not in the list).
 * What people can state and shops can count is the chance GIVEN the trouble, p. As P(trouble | i) = 1,
 * p = b / P(trouble): all p are scaled by one number z = P(trouble), and the unlisted share u gives
 *   z = 1 - prod(1 - b) + u z,   leak = u z / prod(1 - b).
 * So a case without any evidence shows exactly the stated chances, and they are not counted twice.
 */
export type BaseRates = { readonly rates: readonly number[]; readonly leak: number }

/** With chances that add up to less than this, more cases must be unlisted than was stated. */
const LEAST_OVERLAP = 1.05

export const baseRates = (priors: readonly number[], statedUnlisted: number): BaseRates => {
  const total = priors.reduce((sum, prior) => sum + prior, 0)
  const unlisted = Math.max(statedUnlisted, 1 - total / LEAST_OVERLAP)
  const none = (z: number): number => priors.reduce((product, prior) => product * (1 - prior * z), 1)
  const excess = (z: number): number => 1 - none(z) - z * (1 - unlisted)
  let low = 0
  let high = 1
  if (excess(1) < 0)
    for (let round = 0; round < 60; round += 1) {
      const middle = (low + high) / 2
      if (excess(middle) > 0) low = middle
      else high = middle
    }
  const z = high
  return { rates: priors.map((prior) => prior * z), leak: Math.min(1, (unlisted * z) / none(z)) }
}
