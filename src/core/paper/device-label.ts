import type { PaperDocument } from './paper.ts'

/** Sticks on a phone that lies in the open: the ticket's number, and nothing about anybody. */
export const deviceLabel = (number: string): PaperDocument => ({
  kind: 'label',
  letterhead: [],
  title: '',
  number,
  under: [],
  code: number,
  parts: [],
})
