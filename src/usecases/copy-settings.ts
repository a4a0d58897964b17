import type { LastCopy } from '../contract/safety-views.ts'
import { KEPT } from '../core/copies/schedule.ts'
import { done, type Answer } from '../core/failure.ts'
import type { Store } from '../storage/store.ts'

/** Where the shop wants its copies, how many, and what the last one was. */
export type CopySettings = {
  /** Null: under the data folder. */
  readonly folder: string | null
  readonly kept: number
  readonly last: LastCopy | null
}

export const FIRST_COPY_SETTINGS: CopySettings = { folder: null, kept: KEPT.usual, last: null }

const NAMES = { folder: 'copies-folder', kept: 'copies-kept', last: 'last-copy' } as const

const keptIn = (text: string | null): number => {
  const kept = Number(text ?? '')
  return Number.isInteger(kept) && kept >= KEPT.least && kept <= KEPT.most ? kept : KEPT.usual
}

const lastIn = (text: string | null): LastCopy | null => {
  try {
    const { at, file, tickets } = JSON.parse(text ?? 'null') as Partial<Record<keyof LastCopy, unknown>>
    const isLast = typeof at === 'string' && typeof file === 'string' && typeof tickets === 'number'
    return isLast && !Number.isNaN(Date.parse(at)) ? { at, file, tickets } : null
  } catch {
    return null
  }
}

export const loadCopySettings = async (store: Store): Promise<Answer<CopySettings>> => {
  const folder = await store.setting(NAMES.folder)
  if (!folder.ok) return folder
  const kept = await store.setting(NAMES.kept)
  if (!kept.ok) return kept
  const last = await store.setting(NAMES.last)
  if (!last.ok) return last
  return done({ folder: folder.value || null, kept: keptIn(kept.value), last: lastIn(last.value) })
}

export const saveCopySettings = async (
  store: Store,
  change: Partial<CopySettings>,
): Promise<Answer<CopySettings>> => {
  const texts = [
    ...(change.folder === undefined ? [] : [[NAMES.folder, change.folder ?? ''] as const]),
    ...(change.kept === undefined ? [] : [[NAMES.kept, String(change.kept)] as const]),
    ...(change.last === undefined ? [] : [[NAMES.last, JSON.stringify(change.last)] as const]),
  ]
  for (const [name, text] of texts) {
    const saved = await store.saveSetting(name, text)
    if (!saved.ok) return saved
  }
  return loadCopySettings(store)
}
