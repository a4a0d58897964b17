import { done, failed, type Answer } from '../core/failure.ts'
import {
  fitsOn,
  PAPER_KINDS,
  PAPER_SIZES,
  SIZES_OF,
  type PaperKind,
  type PaperSize,
} from '../core/paper/paper.ts'
import type { Store } from '../storage/store.ts'

export type PaperSizes = Readonly<Record<PaperKind, PaperSize>>

const nameOf = (kind: PaperKind): string => `paper-${kind}`

/** The size that each kind was last printed in; one that does not fit it counts as never chosen. */
export const paperSizes = async (store: Pick<Store, 'setting'>): Promise<Answer<PaperSizes>> => {
  const sizes: Record<PaperKind, PaperSize> = {
    intake: SIZES_OF.intake[0],
    label: SIZES_OF.label[0],
    'hand-over': SIZES_OF['hand-over'][0],
  }
  for (const kind of PAPER_KINDS) {
    const kept = await store.setting(nameOf(kind))
    if (!kept.ok) return kept
    const size = PAPER_SIZES.find((each) => each === kept.value)
    if (size !== undefined && fitsOn(kind, size)) sizes[kind] = size
  }
  return done(sizes)
}

export const savePaperSize = async (
  store: Pick<Store, 'setting' | 'saveSetting'>,
  kind: PaperKind,
  size: PaperSize,
): Promise<Answer<PaperSizes>> => {
  if (!fitsOn(kind, size))
    return failed('input.invalid', { field: 'size', why: `it has to be one of ${SIZES_OF[kind].join(', ')}` })
  const saved = await store.saveSetting(nameOf(kind), size)
  return saved.ok ? paperSizes(store) : saved
}
