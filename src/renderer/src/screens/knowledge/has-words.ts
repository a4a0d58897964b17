/** Whether every word typed occurs somewhere in the texts. */
export const hasWords = (typed: string, texts: readonly string[]): boolean => {
  const all = texts.join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => all.includes(word))
}
