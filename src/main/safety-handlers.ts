import type { CommandHandlers } from '../contract/commands.ts'
import type { CopyView, SafetyView } from '../contract/safety-views.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import type { Say } from '../core/words/index.ts'
import { removeCopy } from '../storage/copies.ts'
import { askWhichFolder } from './ask-for-file.ts'
import type { RecordCare } from './look-after-record.ts'

type SafetyCommand =
  | 'safety.get'
  | 'record.check'
  | 'copies.list'
  | 'copies.make'
  | 'copies.chooseFolder'
  | 'copies.useOwnFolder'
  | 'copies.keep'
  | 'copies.remove'
  | 'customer.due'
  | 'customer.forgetAfter'
  | 'copies.compare'
  | 'copies.restore'
  | 'work.stop'

/** What the window asks about the record as a whole. */
export const safetyHandlers = (
  care: RecordCare,
  say: Say,
  restore: (file: string) => void,
): Pick<CommandHandlers, SafetyCommand> => {
  const shown = (answer: Answer<null>): Answer<SafetyView> => (answer.ok ? done(care.view()) : answer)
  const list = async (): Promise<Answer<readonly CopyView[]>> =>
    care.works.run('copies', { folders: care.folders() })
  /** The window names one of those that were shown to it; any other file is none of its business. */
  const listed = async (file: string): Promise<Answer<CopyView>> => {
    const copies = await list()
    if (!copies.ok) return copies
    const copy = copies.value.find((one) => one.file === file)
    return copy ? done(copy) : failed('backup.missing', { file })
  }
  return {
    'safety.get': async () => done(care.view()),
    'record.check': async () => {
      await care.check.check()
      return done(care.view())
    },
    'copies.list': list,
    'copies.make': async () => shown(await care.copies.copyNow()),
    'copies.chooseFolder': async () => {
      const folder = await askWhichFolder(say('safety.choose-folder'), care.copies.view().folder)
      return folder === null ? done(care.view()) : shown(await care.copies.change({ folder }))
    },
    'copies.useOwnFolder': async () => shown(await care.copies.change({ folder: null })),
    'copies.keep': async ({ kept }) => shown(await care.copies.change({ kept })),
    'customer.due': ({ months }) => care.forget.due(months),
    'customer.forgetAfter': async ({ months }) => {
      const kept = await care.forget.keepMonths(months)
      // Who is due was said before it was agreed to: it is done now, and not some time tomorrow.
      if (kept.ok) care.forget.lookNow()
      return shown(kept)
    },
    'copies.remove': async ({ file }) => {
      const copy = await listed(file)
      if (!copy.ok) return copy
      const removed = await removeCopy(copy.value.file)
      return removed.ok ? list() : removed
    },
    'copies.compare': async ({ file }) => {
      const copy = await listed(file)
      if (!copy.ok) return copy
      const lost = await care.works.run('compare', { record: care.record, copy: file })
      return done({ copy: copy.value, lost: lost.ok ? lost.value : null })
    },
    'copies.restore': async ({ file }) => {
      const copy = await listed(file)
      if (!copy.ok) return copy
      // The desk would be closed for it, to be opened again as it was.
      if (copy.value.tickets === null) return failed('backup.faulty', { file })
      restore(copy.value.file)
      return done(null)
    },
    'work.stop': async ({ id }) => {
      care.works.stop(id)
      return done(null)
    },
  }
}
