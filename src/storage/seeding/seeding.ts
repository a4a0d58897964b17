/** Set in a record whose tickets are invented. */
export const SEEDED = 'seeded'

export type Seeding = {
  readonly tickets: number
  readonly seed: number
  /** How many are written. */
  readonly progress?: (tickets: number) => void
}
