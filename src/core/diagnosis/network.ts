/** One thing that was seen, or seen not to be so, as the arithmetic needs it. */
export type Finding = {
  readonly holds: boolean
  /** P(holds | no cause there). */
  readonly leak: number
  /** P(this cause alone brings it about), by cause index; causes left out have nothing to do with it. */
  readonly strengths: ReadonlyMap<number, number>
}

/** A fix that was tried, or several before one sign-in. `removes`: the chance that the cause went, by cause index. */
export type Trial = { readonly removes: ReadonlyMap<number, number> }

/**
 * Fixes before one sign-in as one trial: a cause outlives it if it outlives each of them. That it failed says exactly
 * what each failing by itself says, as nothing comes back by itself; that it worked says less than one that worked alone.
 * `share`: how far it counts.
 */
export const together = (fixes: readonly Trial['removes'][], share = 1): Trial => {
  const left = new Map<number, number>()
  for (const removes of fixes)
    for (const [cause, chance] of removes) left.set(cause, (left.get(cause) ?? 1) * (1 - chance * share))
  return { removes: new Map([...left].map(([cause, each]) => [cause, 1 - each])) }
}

export type Network = {
  /** Chance of each cause, independent of the others. */
  readonly rates: readonly number[]
  /** P(the trouble | no cause of the list is there). */
  readonly leak: number
  readonly findings: readonly Finding[]
  /** Tried, and the trouble stayed. */
  readonly trials: readonly Trial[]
  /** Tried, and the trouble went away. */
  readonly success: Trial | null
}

/** How much of each cause the trials left: the chance that it survived all of them. */
export const survival = (count: number, trials: readonly Trial[]): number[] => {
  const left = Array.from({ length: count }, () => 1)
  for (const { removes } of trials)
    for (const [cause, chance] of removes) left[cause] = (left[cause] ?? 1) * (1 - chance)
  return left
}

/** P(the trouble is still there | these causes were, and each survived with its chance). None: it is not ours to remove. */
export const stillThere = (members: readonly number[], left: readonly number[]): number => {
  if (members.length === 0) return 1
  let gone = 1
  for (const member of members) gone *= 1 - (left[member] ?? 1)
  return 1 - gone
}

/** A fix may seem to work where the cause is none of ours: the server came back meanwhile. */
export const LUCK = 0.02

/** P(the outcomes of all trials | these causes were there), ready to be asked for many sets. */
export const outcomeOf = ({ rates, trials, success }: Network): ((members: readonly number[]) => number) => {
  if (trials.length === 0 && success === null) return () => 1
  const left = survival(rates.length, trials)
  if (success === null) return (members) => stillThere(members, left)
  const after = survival(rates.length, [...trials, success])
  return (members) =>
    members.length === 0 ? LUCK : Math.max(stillThere(members, left) - stillThere(members, after), 1e-12)
}
