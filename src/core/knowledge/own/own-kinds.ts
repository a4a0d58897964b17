/** What a shop may add, in the order in which one rests on another. */
export const OWN_KINDS = ['message', 'cause', 'check', 'fix'] as const
export type OwnKind = (typeof OWN_KINDS)[number]

/** How a shop says a chance: nobody at a counter thinks in decimals. */
export const OFTEN = ['rare', 'sometimes', 'often'] as const
export type Often = (typeof OFTEN)[number]

/** What the customer risks by a fix. */
export const RISKS = ['none', 'care', 'loss'] as const
export type Risk = (typeof RISKS)[number]

/** So many records of each kind: far more than a shop writes, and a diagnosis stays quick. */
export const MOST_OF_A_KIND = 150
