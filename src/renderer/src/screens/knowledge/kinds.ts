/** What is browsed, in the order of the choice; the warnings stand with the advice. */
export const KINDS = ['causes', 'fixes', 'checks', 'symptoms', 'codes', 'advice', 'packages', 'own'] as const
export type Kind = (typeof KINDS)[number]
