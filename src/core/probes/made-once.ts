/**
 * Works out once what rests on something that never changes, for as long as that is there: twenty readings are made
 * from one getprop dump.
 */
export const madeOnce = <K extends object, V>(make: (from: K) => V): ((from: K) => V) => {
  const made = new WeakMap<K, { readonly value: V }>()
  return (from) => {
    const known = made.get(from)
    if (known !== undefined) return known.value
    const value = make(from)
    made.set(from, { value })
    return value
  }
}
