import type { ImportNote } from '../../core/portable/import-note.ts'

/** What every line of a file lands under. */
export type Landing = {
  readonly at: string
  /** Forgotten here: their names and words stay out. */
  readonly isErased: (customerId: string) => boolean
  /** The same of the words of a note. */
  readonly isErasedNote: (eventId: string) => boolean
  /** Erased where the file is from, and now here too. */
  readonly notesWereErased: (eventIds: readonly string[]) => void
}

/**
 * What became of a line. added · changed: the file's was newer · same: there already · kept: ours stayed, for the
 * reason that the note says · faulty: left out.
 */
export type Landed =
  | { readonly how: 'added' | 'changed' | 'same' | 'kept'; readonly note?: ImportNote }
  | { readonly how: 'faulty'; readonly note: ImportNote }
