/**
 * A browser draws nothing higher than some 33 million pixels, less where everything is enlarged. A longer list is
 * scrolled in proportion: the bar moves as if the list were so high, and the lines by as much more.
 */
export const HIGHEST = 12_000_000

export type ScrollScale = {
  /** How high what is scrolled is. */
  readonly height: number
  /** Where the view stands in the whole list, and the other way round. */
  readonly toList: (scrolled: number) => number
  readonly toScrolled: (inList: number) => number
}

export const scrollScale = (whole: number, view: number, highest = HIGHEST): ScrollScale => {
  const height = Math.min(whole, highest)
  const [far, near] = [Math.max(0, whole - view), Math.max(1, height - view)]
  const by = whole <= highest ? 1 : far / near
  return {
    height,
    toList: (scrolled) => Math.min(far, Math.max(0, scrolled * by)),
    toScrolled: (inList) => Math.min(far, Math.max(0, inList)) / by,
  }
}

/** The lines that are in view, with some more at both ends. */
export const linesInView = (
  top: number,
  view: number,
  line: number,
  count: number,
  more: number,
): { readonly first: number; readonly last: number } => ({
  first: Math.max(0, Math.floor(top / line) - more),
  last: Math.min(count - 1, Math.ceil((top + view) / line) + more),
})
