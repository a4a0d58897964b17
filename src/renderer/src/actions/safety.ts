import type {
  ComparisonView,
  CopyView,
  DueView,
  ErasedNoteView,
  ErasedView,
  ImportView,
  SafetyView,
} from '../../../contract/safety-views.ts'
import type { Answer } from '../../../core/failure.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { say, sayFailure } from '../words.ts'

const shown = (answer: Answer<SafetyView>): Answer<SafetyView> => {
  if (answer.ok) useStore.getState().showSafety(answer.value)
  return answer
}

export const copyNow = async (): Promise<Answer<SafetyView>> => shown(await ask('copies.make', {}))

export const checkNow = async (): Promise<Answer<SafetyView>> => shown(await ask('record.check', {}))

/** Asks for the folder in the system's own dialog. */
export const chooseCopiesFolder = async (): Promise<Answer<SafetyView>> =>
  shown(await ask('copies.chooseFolder', {}))

export const useOwnFolder = async (): Promise<Answer<SafetyView>> =>
  shown(await ask('copies.useOwnFolder', {}))

export const keepCopies = async (kept: number): Promise<Answer<SafetyView>> =>
  shown(await ask('copies.keep', { kept }))

export const forgetAfter = async (months: number): Promise<Answer<SafetyView>> =>
  shown(await ask('customer.forgetAfter', { months }))

/** How many that would forget now. */
export const dueAfter = async (months: number): Promise<Answer<DueView>> => ask('customer.due', { months })

export const listCopies = async (): Promise<Answer<readonly CopyView[]>> => ask('copies.list', {})

export const removeCopy = async (file: string): Promise<Answer<readonly CopyView[]>> =>
  ask('copies.remove', { file })

export const stopWork = async (id: string): Promise<Answer<null>> => ask('work.stop', { id })

export const compareCopy = async (file: string): Promise<Answer<ComparisonView>> =>
  ask('copies.compare', { file })

/** The page is loaded anew when it is done. */
export const restoreCopy = async (file: string): Promise<Answer<null>> => ask('copies.restore', { file })

export const tryAgain = async (): Promise<Answer<null>> => ask('start.again', {})

export const chooseDataFolder = async (): Promise<Answer<null>> => ask('start.chooseFolder', {})

export const restoreAtStart = async (file: string): Promise<Answer<null>> => ask('start.restore', { file })

export const keepDamaged = async (): Promise<Answer<{ readonly file: string | null }>> =>
  ask('start.keepDamaged', {})

/** What is left to be seen to stays in view until it is read. */
export const eraseNote = async (id: string): Promise<Answer<ErasedNoteView>> => {
  const answer = await ask('note.erase', { id })
  if (!answer.ok) return answer
  const { cleaned, left, isInLog, failure } = answer.value
  const troubles = [
    ...(left.length > 0 ? [say('erase.note.left', { files: left.join(', ') })] : []),
    ...(isInLog ? [say('erase.note.in-log')] : []),
    ...(failure === null ? [] : [say('erase.copies-failed'), sayFailure(failure)]),
  ]
  useStore.getState().tell([say('erase.note.done', { cleaned }), ...troubles].join(' '), troubles.length > 0)
  return answer
}

export const eraseCustomer = async (id: string): Promise<Answer<ErasedView>> => ask('customer.erase', { id })

export const exportRecord = async (): Promise<Answer<{ readonly folder: string } | null>> =>
  ask('record.export', {})

/** Asks for the file, and says what it would do. */
export const tryImport = async (): Promise<Answer<ImportView | null>> => ask('record.importTrial', {})

export const importRecord = async (): Promise<Answer<ImportView>> => ask('record.import', {})
