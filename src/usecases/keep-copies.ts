import type { SafetyView } from '../contract/safety-views.ts'
import { copyName } from '../core/copies/copy-name.ts'
import { isCopyDue, isCopyOld } from '../core/copies/schedule.ts'
import { done, type Answer, type Failure } from '../core/failure.ts'
import type { RunWork } from '../storage/keeper.ts'
import type { Store } from '../storage/store.ts'
import {
  FIRST_COPY_SETTINGS,
  loadCopySettings,
  saveCopySettings,
  type CopySettings,
} from './copy-settings.ts'

/** Milliseconds from the start of the desk to the first look, when whoever opened it has begun to work, and between two. */
const FIRST_LOOK = 20_000
const BETWEEN_LOOKS = 60 * 60 * 1000

type Parts = {
  readonly store: Store
  readonly run: RunWork
  readonly record: string
  /** Where copies go while the shop has chosen no folder. */
  readonly ownFolder: string
  readonly inFolder: (folder: string, name: string) => string
  readonly now: () => Date
  readonly changed: () => void
  readonly onBug: (error: unknown) => void
}

export type CopyKeeper = {
  readonly view: () => SafetyView['copies']
  readonly folders: () => readonly string[]
  /** Looks now and then whether a copy is due. */
  readonly start: () => Promise<void>
  readonly copyNow: () => Promise<Answer<null>>
  readonly change: (change: Pick<Partial<CopySettings>, 'folder' | 'kept'>) => Promise<Answer<null>>
  /** Nothing is written any more after it: a copy is made if one is due. */
  readonly atQuit: (signal: AbortSignal) => Promise<void>
  readonly isDueAtQuit: () => Promise<boolean>
  readonly close: () => void
}

/** Makes a copy of the record each day that the desk is used, and remembers how the last one went. */
export const keepCopies = (parts: Parts): CopyKeeper => {
  const { store, run, now, changed } = parts
  let settings = FIRST_COPY_SETTINGS
  let failure: Failure | null = null
  let making: Promise<Answer<null>> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const folder = (): string => settings.folder ?? parts.ownFolder
  const make = async (signal?: AbortSignal): Promise<Answer<null>> => {
    const at = now().toISOString()
    const to = parts.inFolder(folder(), copyName('day', at))
    const copied = await run('copyOfDay', { from: parts.record, to, kept: settings.kept }, { signal })
    failure = copied.ok || copied.failure.code === 'work.stopped' ? null : copied.failure
    changed()
    if (!copied.ok) return copied
    const saved = await saveCopySettings(store, {
      last: { at, file: to, tickets: copied.value.check.tickets },
    })
    if (saved.ok) settings = saved.value
    changed()
    return saved.ok ? done(null) : saved
  }
  /** Of two that ask at once both get the same copy. */
  const makeOnce = (signal?: AbortSignal): Promise<Answer<null>> => {
    making ??= make(signal).finally(() => {
      making = null
    })
    return making
  }
  const hasTickets = async (): Promise<boolean> => {
    const found = await store.tickets({ search: '', state: null, limit: 1 })
    return found.ok && found.value.total > 0
  }
  const isDue = async (when: 'used' | 'quitting'): Promise<boolean> =>
    isCopyDue(settings.last?.at ?? null, now(), when) && (await hasTickets())
  const look = async (): Promise<void> => {
    if (await isDue('used')) await makeOnce()
  }
  const lookAgain = (wait: number): void => {
    timer = setTimeout(() => {
      look()
        .catch(parts.onBug)
        .finally(() => {
          if (timer !== undefined) lookAgain(BETWEEN_LOOKS)
        })
    }, wait)
  }
  const reload = async (): Promise<void> => {
    const loaded = await loadCopySettings(store)
    if (loaded.ok) settings = loaded.value
  }
  return {
    view: () => ({
      folder: folder(),
      isOwnFolder: settings.folder === null,
      kept: settings.kept,
      last: settings.last,
      isOld: settings.last !== null && isCopyOld(settings.last.at, now()),
      failure,
    }),
    folders: () => [folder(), parts.ownFolder],
    start: async () => {
      await reload()
      lookAgain(FIRST_LOOK)
    },
    copyNow: () => makeOnce(),
    change: async (change) => {
      const saved = await saveCopySettings(store, change)
      if (!saved.ok) return saved
      settings = saved.value
      failure = null
      changed()
      return done(null)
    },
    isDueAtQuit: () => isDue('quitting'),
    atQuit: async (signal) => {
      if (await isDue('quitting')) await makeOnce(signal)
    },
    close: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
