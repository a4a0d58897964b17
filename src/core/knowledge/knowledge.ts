import type {
  Advice,
  Cause,
  Check,
  Code,
  Fix,
  Opening,
  PackageRecord,
  Sign,
  Speech,
  Symptom,
  Warning,
} from './schema.ts'

/** Everything that is known about the trouble, checked and ready to be asked. */
export type Knowledge = {
  readonly version: string
  readonly symptoms: readonly Symptom[]
  readonly signs: readonly Sign[]
  readonly causes: readonly Cause[]
  readonly checks: readonly Check[]
  readonly fixes: readonly Fix[]
  readonly codes: readonly Code[]
  readonly packages: readonly PackageRecord[]
  /** What the customer is told when collecting the phone. */
  readonly advice: readonly Advice[]
  readonly warnings: readonly Warning[]
  /** How people say it, one for each language. */
  readonly speech: readonly Speech[]
  /** What people say before a code. */
  readonly codeCues: readonly string[]
  /** The share of cases whose cause is not in the list. */
  readonly unlisted: number
  readonly lastResort: { readonly fix: string; readonly minutes: number }
  readonly minutesPerWaitHour: number
  /** What several fixes and checks need open first, such as the account's website: paid once. */
  readonly openings: readonly Opening[]
  /** Minutes of one sign-in try, and what it adds to the risk that the next one is refused. */
  readonly signInMinutes: number
}
