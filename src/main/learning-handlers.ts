import { basename } from 'node:path'
import type { CommandHandlers } from '../contract/commands.ts'
import { done, failed } from '../core/failure.ts'
import { LARGEST_COUNTS_FILE } from '../core/learning/shared-counts.ts'
import type { Say } from '../core/words/index.ts'
import { readWhole, saveWhole } from '../device/whole-file.ts'
import type { Learning } from '../usecases/learning.ts'
import { askWhereToSave, askWhichToOpen } from './ask-for-file.ts'

type LearningHandlers = Pick<
  CommandHandlers,
  | 'learning.get'
  | 'learning.reset'
  | 'learning.undoReset'
  | 'learning.export'
  | 'learning.import'
  | 'learning.drop'
>

/** What was learnt: shown, set aside, shared. */
export const learningHandlers = (learning: Learning, say: Say): LearningHandlers => {
  const filters = [{ name: say('learning.file-kind'), extensions: ['json'] }]
  return {
    'learning.get': async () => done(learning.view()),
    'learning.reset': () => learning.reset(),
    'learning.undoReset': () => learning.undoReset(),
    'learning.export': async () => {
      const exported = learning.exported()
      if (!exported.ok) return exported
      const { text, tickets } = exported.value
      const month = new Date().toISOString().slice(0, 7)
      const file = await askWhereToSave({
        title: say('learning.export'),
        defaultPath: say('learning.file-name', { month }),
        filters,
      })
      if (file === null) return done(null)
      const why = await saveWhole(file, text)
      const name = basename(file)
      return why === null ? done({ name, tickets }) : failed('learning.file-unsaved', { file: name, why })
    },
    'learning.import': async () => {
      const file = await askWhichToOpen({ title: say('learning.import'), filters })
      if (file === null) return done(null)
      const name = basename(file)
      const read = await readWhole(file, LARGEST_COUNTS_FILE, say('learning.fault.large'))
      return read.ok
        ? learning.take(read.text, name)
        : failed('learning.file-unusable', { file: name, why: read.why })
    },
    'learning.drop': () => learning.drop(),
  }
}
