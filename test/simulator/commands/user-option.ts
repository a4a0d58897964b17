/** Takes `--user N` out of the words, wherever it stands; without it, or with `current` and `all`, it is user 0. */
export function splitUser(words: readonly string[]): { words: readonly string[]; user: number } {
  const at = words.indexOf('--user')
  if (at < 0) return { words, user: 0 }
  return { words: [...words.slice(0, at), ...words.slice(at + 2)], user: Number(words[at + 1] ?? '0') || 0 }
}
