import type { FixReportView, SettingsView, Theme } from '../../../contract/views.ts'
import type { Answer } from '../../../core/failure.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'

export const saveTheme = async (theme: Theme): Promise<Answer<SettingsView>> => {
  const answer = await ask('settings.save', { theme })
  if (answer.ok) useStore.getState().showSettings(answer.value)
  return answer
}

export const loadFixReport = async (): Promise<Answer<FixReportView>> => {
  const answer = await ask('report.fixes', {})
  if (answer.ok) useStore.getState().showFixReport(answer.value)
  return answer
}
