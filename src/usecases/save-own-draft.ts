import { done, type Answer } from '../core/failure.ts'
import { sayOwnFault } from '../core/knowledge/own/own-fault.ts'
import { ownIdFor, recordIn, type OwnDraft } from '../core/knowledge/own/own-draft.ts'
import type { Say } from '../core/words/index.ts'
import type { OwnSavedView } from '../contract/views.ts'
import type { OwnKnowledge } from './own-knowledge.ts'

/** Makes a record of a form; what is wrong is said for each field, and then nothing is saved. */
export const saveOwnDraft = async (
  own: OwnKnowledge,
  draft: OwnDraft,
  say: Say,
): Promise<Answer<OwnSavedView>> => {
  const refreshed = await own.refresh()
  if (!refreshed.ok) return refreshed
  const known = own.knowledge()
  // A former id would give its tickets another title; one that cannot be used now may be used again later.
  const taken = [...known.symptoms, ...known.causes, ...known.fixes, ...own.records(), ...own.former()]
  const faulty = own.faults().flatMap(({ id }) => id ?? [])
  const id = draft.id ?? ownIdFor(draft, new Set([...taken.map((each) => each.id), ...faulty]))
  const faults = await own.save(recordIn(draft, id))
  if (!faults.ok) return faults
  return done({
    id,
    faults: faults.value.map((fault) => {
      const words = sayOwnFault(fault, say)
      // Another record that rests on this one: its own fields are not on the screen.
      return fault.id === null || fault.id === id
        ? { field: fault.field, words }
        : { field: '', words: say('own.fault.at', { name: fault.name, words }) }
    }),
  })
}
