/** Hands things on in their order, each after its delay: a slow cable reorders nothing. */
export function delayLine<T>(deliver: (thing: T) => void): (thing: T, milliseconds: number) => void {
  const waiting: T[] = []
  return (thing, milliseconds) => {
    if (milliseconds <= 0 && waiting.length === 0) return deliver(thing)
    waiting.push(thing)
    setTimeout(() => {
      const next = waiting.shift()
      if (next !== undefined) deliver(next)
    }, milliseconds).unref()
  }
}
