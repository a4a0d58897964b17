import { join } from 'node:path'
import type { SafetyView } from '../contract/safety-views.ts'
import { listErased } from '../storage/erased-list.ts'
import type { RunWork } from '../storage/keeper.ts'
import { RECORD_FILE } from '../storage/open-sqlite.ts'
import type { Store } from '../storage/store.ts'
import { checkInBackground, type BackgroundCheck } from '../usecases/check-in-background.ts'
import { keepCopies, type CopyKeeper } from '../usecases/keep-copies.ts'
import { forgetOld, type OldForgotten } from '../usecases/forget-old.ts'
import { longWorks, type LongWorks } from '../usecases/long-works.ts'
import { paced } from '../usecases/paced.ts'
import { tellWindows } from './tell-windows.ts'

/** Under the data folder, so that it is found where the record is; a shop does better with one on another disk. */
export const COPIES = 'copies'

type Parts = {
  readonly store: Store
  readonly run: RunWork
  readonly dataFolder: string
  readonly ticketChanged: (id: string) => void
  readonly onBug: (error: unknown) => void
}

export type RecordCare = {
  readonly works: LongWorks
  readonly copies: CopyKeeper
  readonly check: BackgroundCheck
  readonly forget: OldForgotten
  readonly record: string
  readonly view: () => SafetyView
  /** Every folder in which copies may lie. */
  readonly folders: () => readonly string[]
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The record's safety as a whole: its copies, the look through it, and the long work that is under way. */
export const lookAfterRecord = ({ store, run, dataFolder, ticketChanged, onBug }: Parts): RecordCare => {
  const record = join(dataFolder, RECORD_FILE)
  const changed = paced(() => tellWindows({ name: 'safety.changed', view: view() }))
  const works = longWorks(run, changed)
  const same = { run: works.run, record, now: () => new Date(), changed, onBug }
  const check = checkInBackground(same)
  const copies = keepCopies({ ...same, store, ownFolder: join(dataFolder, COPIES), inFolder: join })
  const folders = (): readonly string[] => [...copies.folders(), dataFolder]
  const forget = forgetOld({
    ...same,
    store,
    list: (ids) => listErased(dataFolder, ids),
    copyFolders: folders,
    ticketChanged,
  })
  const view = (): SafetyView => ({
    copies: copies.view(),
    check: check.view(),
    forget: forget.view(),
    working: works.view(),
  })
  return {
    works,
    copies,
    check,
    record,
    view,
    forget,
    folders,
    start: async () => {
      check.start()
      await copies.start()
      await forget.start()
    },
    close: async () => {
      check.close()
      copies.close()
      forget.close()
      await works.close()
    },
  }
}
