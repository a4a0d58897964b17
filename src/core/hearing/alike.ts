/** How many typing errors a word may hold: none in short words and in numbers, whose neighbours mean something else. */
export const allowance = (word: string): number => {
  if (word.length < 5 || /\d/u.test(word)) return 0
  return word.length < 9 ? 1 : 2
}

/** Which letters a word has, as bits: words whose bits differ in many places cannot be alike. */
export const letters = (word: string): number => {
  let bits = 0
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31)
  return bits
}

const bitsIn = (value: number): number => {
  let count = 0
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** False is sure, true only possible: an error changes two letters at most. */
export const mayBeAlike = (one: number, other: number, allowed: number): boolean =>
  bitsIn(one ^ other) <= 2 * allowed

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
