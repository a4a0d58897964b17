/** What is browsed, in the order of the choice; the warnings stand with the advice. */
export const KINDS = ['causes', 'fixes', 'checks', 'codes', 'advice', 'packages'] as const
export type Kind = (typeof KINDS)[number]
