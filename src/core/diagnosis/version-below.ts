/** The first dotted number in a version text: "miui-4.0 (120)" is 4.0, "R-25.10.23.03" is 25.10.23.03. */
const numbersIn = (version: string): readonly number[] | null => {
  const [found] = /\d+(?:\.\d+)*/u.exec(version) ?? []
  return found === undefined ? null : found.split('.').map(Number)
}

/** null: no number in it, so nothing can be said. */
export const versionBelow = (version: string, bound: string): boolean | null => {
  const mine = numbersIn(version)
  const theirs = numbersIn(bound)
  if (mine === null || theirs === null) return null
  for (let index = 0; index < Math.max(mine.length, theirs.length); index += 1) {
    const one = mine[index] ?? 0
    const other = theirs[index] ?? 0
    if (one !== other) return one < other
  }
  return false
}
