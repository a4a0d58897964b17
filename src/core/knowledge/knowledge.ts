import type { Cause, Check, Fix, Sign, Symptom, TextLists } from './schema.ts'

/** Everything that is known about the trouble, checked and ready to be asked. */
export type Knowledge = {
  readonly version: string
  readonly symptoms: readonly Symptom[]
  readonly signs: readonly Sign[]
  readonly causes: readonly Cause[]
  readonly checks: readonly Check[]
  readonly fixes: readonly Fix[]
  /** Words that turn what follows into its opposite, by language. */
  readonly negators: TextLists
  /** The share of cases whose cause is not in the list. */
  readonly unlisted: number
  readonly lastResort: { readonly fix: string; readonly minutes: number }
  readonly minutesPerWaitHour: number
}
