import type { PaperKind } from './paper.ts'

/** A file name of the ticket's number and the kind alone: it may be seen by others. */
export const paperFileName = (number: string, kind: PaperKind): string =>
  `${number.replaceAll(/[^\dA-Za-z]+/gu, '-')}-${kind}.pdf`
