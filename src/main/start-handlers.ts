import { dirname, join } from 'node:path'
import type { CommandHandlers } from '../contract/commands.ts'
import { copyName } from '../core/copies/copy-name.ts'
import { done, failed } from '../core/failure.ts'
import type { Say } from '../core/words/index.ts'
import type { RunWork } from '../storage/keeper.ts'
import { askWhichFolder } from './ask-for-file.ts'
import type { StartUp } from './start-up.ts'

type StartCommand = Extract<keyof CommandHandlers, `start.${string}`>

/** What is asked of a record in trouble, asked of one that is open by a page that has not heard of it yet. */
export const NOT_IN_TROUBLE = {
  'start.again': async () => done(null),
  'start.chooseFolder': async () => done(null),
  'start.restore': async ({ file }) => failed('backup.missing', { file }),
  'start.keepDamaged': async () => done({ file: null }),
} as const satisfies Partial<CommandHandlers>

/** What can be done while there is no record: nothing else is answered. */
export const startHandlers = (up: StartUp, work: RunWork, say: Say): Pick<CommandHandlers, StartCommand> => ({
  'start.get': async () => done(up.view()),
  'start.again': async () => {
    up.go({ kind: 'again' })
    return done(null)
  },
  'start.chooseFolder': async () => {
    const folder = await askWhichFolder(say('start.choose-folder'), dirname(up.folder()))
    if (folder !== null) up.go({ kind: 'folder', folder })
    return done(null)
  },
  'start.restore': async ({ file }) => {
    if (!up.knows(file)) return failed('backup.missing', { file })
    up.go({ kind: 'restore', file })
    return done(null)
  },
  'start.keepDamaged': async () => {
    const folder = await askWhichFolder(say('start.keep-damaged'), dirname(up.folder()))
    if (folder === null) return done({ file: null })
    const to = join(folder, copyName('damaged', new Date().toISOString()))
    const kept = await work('copyDamaged', { from: up.record(), to })
    return kept.ok ? done({ file: to }) : kept
  },
})
