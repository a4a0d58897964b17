import type { ReportRange } from '../../../contract/report-view.ts'
import { done, type Answer } from '../../../core/failure.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { say } from '../words.ts'

/** Whoever asks for another range no longer wants the one before. */
let asked = 0

export const loadReport = async (range: ReportRange): Promise<Answer<unknown>> => {
  asked += 1
  const own = asked
  useStore.getState().showCounting(0)
  const answer = await ask('report.get', range)
  if (own !== asked) return done(null)
  useStore.getState().showCounting(null)
  if (answer.ok) useStore.getState().showReport(answer.value)
  return answer
}

export const stopReport = async (): Promise<Answer<null>> => ask('report.stop', {})

export const saveReport = async (range: ReportRange): Promise<Answer<unknown>> => {
  const answer = await ask('report.csv', range)
  if (answer.ok && answer.value !== null) useStore.getState().tell(say('report.saved', { ...answer.value }))
  return answer
}
