import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { StartNotice, StartView } from '../contract/safety-views.ts'
import { failed, type Answer, type Failure } from '../core/failure.ts'
import type { RunWork } from '../storage/keeper.ts'
import { openSqliteStore, RECORD_FILE } from '../storage/open-sqlite.ts'
import type { Store } from '../storage/store.ts'
import { longWorks } from '../usecases/long-works.ts'
import { paced } from '../usecases/paced.ts'
import { COPIES } from './look-after-record.ts'
import { tellWindows } from './tell-windows.ts'

/** What somebody chose to do about a record that cannot be opened. */
export type WayOut =
  | { readonly kind: 'again' }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'restore'; readonly file: string }

export type StartUp = {
  readonly view: () => StartView
  readonly folder: () => string
  readonly record: () => string
  /** One of the copies that were shown. */
  readonly knows: (file: string) => boolean
  readonly go: (way: WayOut) => void
  /** Opens the record; what stands in the way is shown until somebody has found a way out. */
  readonly open: () => Promise<Store>
  /** Puts a copy in the place of the record, which nobody has open. */
  readonly restore: (file: string) => Promise<void>
  /** Stops what is under way, and waits until it has: a record that is put back is then as it was, or the other. */
  readonly close: () => Promise<void>
}

type Parts = {
  readonly folder: string
  readonly run: RunWork
  /** Sees to it that there is a window to show it in; null: only that something takes its time. */
  readonly appear: (failure: Failure | null) => Promise<void>
}

/** Milliseconds after which whoever has started Benchside wants to see why it takes so long. */
const PATIENCE = 400

/** Brings the record from its file to the desk, or from trouble to a way out. */
export const startUp = ({ folder: first, run, appear }: Parts): StartUp => {
  let folder = first
  let notice: StartNotice | null = null
  let view: StartView = { state: 'open', notice: null }
  let choose: ((way: WayOut) => void) | null = null
  const show = (now: StartView): void => {
    view = now
    tellWindows({ name: 'start.changed', view })
  }
  const works = longWorks(
    run,
    paced(() => {
      const [work] = works.view()
      if (work && work.kind !== 'look') show({ state: 'working', work })
    }),
  )
  const record = (): string => join(folder, RECORD_FILE)

  const openNow = async (): Promise<Answer<Store>> => {
    // Made by us it would be a new and empty record, and the real one on a stick that is not plugged in.
    if (!existsSync(dirname(folder))) return failed('record.no-folder', { folder })
    return openSqliteStore(folder, async (file) => {
      const timer = setTimeout(() => void appear(null), PATIENCE)
      return works.run('upgrade', { file }).finally(() => clearTimeout(timer))
    })
  }
  const restore = async (file: string): Promise<void> => {
    const at = new Date().toISOString()
    const restored = await works.run('restore', { folder, from: file, at })
    notice = restored.ok
      ? { kind: 'restored', at, tickets: restored.value.check.tickets, aside: restored.value.aside }
      : { kind: 'failed', failure: restored.failure }
  }
  const inTrouble = async (failure: Failure): Promise<void> => {
    const chosen = new Promise<WayOut>((resolve) => {
      choose = resolve
    })
    const found = await works.run('copies', { folders: [join(folder, COPIES), folder] })
    show({ state: 'trouble', failure, folder, copies: found.ok ? found.value : [] })
    await appear(failure)
    const way = await chosen
    if (way.kind === 'folder') folder = way.folder
    if (way.kind === 'restore') await restore(way.file)
  }
  return {
    view: () => view,
    folder: () => folder,
    record,
    knows: (file) => view.state === 'trouble' && view.copies.some((copy) => copy.file === file),
    go: (way) => choose?.(way),
    restore,
    close: works.close,
    open: async () => {
      for (;;) {
        const opened = await openNow()
        if (opened.ok) {
          view = { state: 'open', notice }
          notice = null
          return opened.value
        }
        // Why a copy could not be put back says more than that there still is no record.
        const why = notice?.kind === 'failed' ? notice.failure : opened.failure
        notice = null
        await inTrouble(why)
      }
    },
  }
}
