import type { WorkView } from '../contract/safety-views.ts'
import type { RunWork, WorkName } from '../storage/keeper.ts'

/** What somebody who waits is told of each kind of work. */
const KINDS: Readonly<Record<WorkName, WorkView['kind']>> = {
  check: 'check',
  copy: 'copy',
  copyOfDay: 'copy',
  copies: 'look',
  compare: 'look',
  copyDamaged: 'copy',
  cleanCopies: 'erase',
  exportAll: 'export',
  importAll: 'import',
  report: 'look',
  restore: 'restore',
  upgrade: 'upgrade',
}

type Running = { readonly view: WorkView; readonly stop: AbortController; readonly ended: Promise<unknown> }

export type LongWorks = {
  readonly run: RunWork
  readonly view: () => readonly WorkView[]
  /** Asks one to stop; false: it has ended already. */
  readonly stop: (id: string) => boolean
  /** Stops all, and waits until they have. */
  readonly close: () => Promise<void>
}

/** The long work that is under way: how far each is, and how it is stopped. */
export const longWorks = (start: RunWork, changed: () => void): LongWorks => {
  const running = new Map<string, Running>()
  let last = 0
  const run: RunWork = (name, input, watch = {}) => {
    last += 1
    const id = `work-${String(last)}`
    const stop = new AbortController()
    watch.signal?.addEventListener('abort', () => stop.abort())
    if (watch.signal?.aborted === true) stop.abort()
    const told = (part: number): void => {
      const now = running.get(id)
      if (now) running.set(id, { ...now, view: { ...now.view, part } })
      watch.told?.(part)
      changed()
    }
    const work = start(name, input, { signal: stop.signal, told })
    const ended = work
      .catch(() => undefined)
      .then(() => {
        running.delete(id)
        changed()
      })
    running.set(id, { view: { id, kind: KINDS[name], part: 0 }, stop, ended })
    changed()
    return work
  }
  return {
    run,
    view: () => [...running.values()].map(({ view }) => view),
    stop: (id) => {
      running.get(id)?.stop.abort()
      return running.has(id)
    },
    close: async () => {
      for (const { stop } of running.values()) stop.abort()
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}
