/** How many typing errors a word may hold: none in short words and in numbers, whose neighbours mean something else. */
const allowance = (word: string): number => {
  if (/\d/u.test(word) || word.length < 5) return 0
  return word.length < 9 ? 1 : 2
}

/** Whether two words are the same but for small typing errors: a letter wrong, missing, doubled, or two swapped. */
export const alike = (said: string, meant: string): boolean => {
  if (said === meant) return true
  const allowed = Math.min(allowance(said), allowance(meant))
  if (allowed === 0 || Math.abs(said.length - meant.length) > allowed) return false
  // The first letter is seldom wrong, and holding on to it keeps "invalid" and "unvalid" words of other meaning apart.
  if (said[0] !== meant[0]) return false
  return distance(said, meant) <= allowed
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
const distance = (one: string, other: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      )
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return last[other.length] ?? 0
}
