const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Up and down go from one row to the next in a list that can be walked; true when a row was come to. */
export const walk = (key: string, from: EventTarget | null): boolean => {
  const by = STEPS[key]
  if (by === undefined || !(from instanceof HTMLElement)) return false
  const region = from.closest('section')
  const row = from.closest('li')?.querySelector('[data-walk]')
  if (!region || !row) return false
  const rows = [...region.querySelectorAll<HTMLElement>('[data-walk]')].filter((one) => one.checkVisibility())
  const next = rows[rows.findIndex((one) => one === row) + by]
  next?.focus()
  return next !== undefined
}
