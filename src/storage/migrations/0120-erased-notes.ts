/**
 * From here on the words of a single note may be gone from the history. No table changes; a Benchside that does not know
 * of it would call such a history changed, and refuses the record as a newer one instead.
 */
export const up = (): Promise<void> => Promise.resolve()
