import type { SettingsChange, SettingsView } from '../../../contract/views.ts'
import type { Answer } from '../../../core/failure.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'

const shown = (answer: Answer<SettingsView>): Answer<SettingsView> => {
  if (answer.ok) useStore.getState().showSettings(answer.value)
  return answer
}

export const saveSettings = async (
  change: Omit<SettingsChange, 'adbProgram'>,
): Promise<Answer<SettingsView>> => shown(await ask('settings.save', change))

/** Asks for the adb program in the system's own dialog. */
export const chooseAdb = async (): Promise<Answer<SettingsView>> => shown(await ask('settings.chooseAdb', {}))

export const findAdb = async (): Promise<Answer<SettingsView>> => shown(await ask('settings.findAdb', {}))
