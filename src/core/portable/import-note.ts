import type { z } from 'zod'
import type { MessageKey } from '../words/index.ts'

/** What there is to say of a line of an import; its words are in words/en/import.json under `import.line.CODE`. */
export type ImportNoteCode =
  Extract<MessageKey, `import.line.${string}`> extends `import.line.${infer Code}` ? Code : never

export type ImportNote = {
  readonly code: ImportNoteCode
  readonly details: Readonly<Record<string, string | number>>
}

export const note = (code: ImportNoteCode, details: ImportNote['details'] = {}): ImportNote => ({
  code,
  details,
})

/** Where in a line it is not as it should be, and in which way: zod's own code for it, as a choice of the words. */
export const shapeNote = ({ issues: [issue] }: z.ZodError): ImportNote =>
  note('shape', { field: issue?.path.join('.') || '–', problem: issue?.code ?? 'custom' })
