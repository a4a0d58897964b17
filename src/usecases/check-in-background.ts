import type { SafetyView } from '../contract/safety-views.ts'
import { failed } from '../core/failure.ts'
import type { RunWork } from '../storage/keeper.ts'

/** Milliseconds from the start of the desk until the record is read through: the first phone and ticket come first. */
const FIRST_CHECK = 5000

type Parts = {
  readonly run: RunWork
  readonly record: string
  readonly now: () => Date
  readonly changed: () => void
  readonly onBug: (error: unknown) => void
}

export type BackgroundCheck = {
  readonly view: () => SafetyView['check']
  readonly start: () => void
  readonly check: () => Promise<void>
  readonly close: () => void
}

/** Reads the whole record beside the work at the counter, and keeps what was found. */
export const checkInBackground = ({ run, record, now, changed, onBug }: Parts): BackgroundCheck => {
  let found: SafetyView['check'] = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const check = async (): Promise<void> => {
    const answer = await run('check', { file: record })
    if (!answer.ok && answer.failure.code === 'work.stopped') return
    const isSound = answer.ok && answer.value.faults.length === 0 && answer.value.brokenAt === null
    const failure = answer.ok ? failed('record.changed', { file: record }).failure : answer.failure
    found = {
      at: now().toISOString(),
      tickets: answer.ok ? answer.value.tickets : 0,
      failure: isSound ? null : failure,
    }
    changed()
  }
  return {
    view: () => found,
    start: () => {
      timer = setTimeout(() => void check().catch(onBug), FIRST_CHECK)
    },
    check,
    close: () => clearTimeout(timer),
  }
}
