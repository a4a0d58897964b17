import { findFix } from './find.ts'
import type { Knowledge } from './knowledge.ts'
import type { Fix } from './schema.ts'

/** The eight fixes of the commonest article guide, in its order, for whoever wants a plain checklist; then support. */
export const GUIDE_ORDER = ['FX01', 'FX02', 'FX03', 'FX04', 'FX05', 'FX07', 'FX13', 'FX19'] as const

export const guideFixes = (knowledge: Knowledge): readonly Fix[] =>
  GUIDE_ORDER.flatMap((id) => findFix(knowledge, id) ?? [])
