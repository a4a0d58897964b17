import { COUNTER } from './counter.ts'

/** What the shop has settled for itself, as far as tickets need it. */
export type Shop = {
  /** Who stands at the counter; everybody is "counter" until somebody is named. */
  readonly who: string
  readonly currency: string
  readonly warrantyDays: number
  /** What it says of itself on paper, a line each; '' where it has not said. */
  readonly letterhead: string
}

export const FIRST_SHOP: Shop = { who: COUNTER, currency: '', warrantyDays: 30, letterhead: '' }

/** The shop as it is now, at every desk that knows of one. */
export const shopOf = ({ shop }: { readonly shop?: (() => Shop) | undefined }): Shop => shop?.() ?? FIRST_SHOP
