/** Only the digits, however a number was written. */
export const digitsOf = (text: string): string => text.replaceAll(/\D/gu, '')

/** The same however it is written. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
