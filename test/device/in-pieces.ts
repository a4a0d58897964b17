import * as fc from 'fast-check'

/** The bytes cut at those places, in order; the same place twice gives an empty piece. */
export const cutAt = (bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] => {
  const cuts = places.map((place) => place % (bytes.length + 1)).toSorted((one, other) => one - other)
  return [...cuts, bytes.length].map((end, at) => bytes.subarray(cuts[at - 1] ?? 0, end))
}

export const anyPlaces = fc.array(fc.nat(1_000_000), { maxLength: 40 })

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
