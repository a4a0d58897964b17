/**
 * Which tickets of a block have a word: so many tickets are a block, and a ticket's place in it is two signs. A word of
 * few tickets is kept as a list of places, one of many as a map of bits, six to a sign: plain text, the same on every
 * engine, and a word that all of a million tickets have is read in a quarter of a thousand rows.
 */
export const BLOCK = 4096

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Uint8Array(128)
for (let value = 0; value < SIGNS.length; value += 1) VALUES[SIGNS.charCodeAt(value)] = value

const MAP_SIGNS = Math.ceil(BLOCK / 6)
const WORDS = BLOCK / 32

/** One bit a ticket. */
export type Bits = Uint32Array

export const noBits = (): Bits => new Uint32Array(WORDS)

export const blockOf = (sequence: number): number => Math.floor(sequence / BLOCK)
export const placeOf = (sequence: number): number => sequence % BLOCK

export const setBit = (bits: Bits, place: number): void => {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31))
}

export const clearBit = (bits: Bits, place: number): void => {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) & ~(1 << (place & 31))
}

export const hasBit = (bits: Bits, place: number): boolean =>
  ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0

/** Lists are shorter than a map of bits, so the length tells which it is. */
const addMap = (bits: Bits, map: string): void => {
  for (let sign = 0; sign < MAP_SIGNS; sign += 1) {
    const value = VALUES[map.charCodeAt(sign)] ?? 0
    if (value === 0) continue
    const first = sign * 6
    const shift = first & 31
    const at = first >>> 5
    bits[at] = (bits[at] ?? 0) | (value << shift)
    if (shift > 26) bits[at + 1] = (bits[at + 1] ?? 0) | (value >>> (32 - shift))
  }
}

/** Adds those of a row to what is there. */
export const addPostings = (bits: Bits, postings: string): void => {
  if (postings.length === MAP_SIGNS) {
    addMap(bits, postings)
    return
  }
  for (let sign = 0; sign + 1 < postings.length; sign += 2)
    setBit(
      bits,
      ((VALUES[postings.charCodeAt(sign)] ?? 0) << 6) | (VALUES[postings.charCodeAt(sign + 1)] ?? 0),
    )
}

const mapOf = (bits: Bits): string => {
  let map = ''
  for (let sign = 0; sign < MAP_SIGNS; sign += 1) {
    const first = sign * 6
    const shift = first & 31
    const at = first >>> 5
    let value = (bits[at] ?? 0) >>> shift
    if (shift > 26) value |= (bits[at + 1] ?? 0) << (32 - shift)
    map += SIGNS[value & 63]
  }
  return map
}

export const countBits = (bits: Bits): number => {
  let count = 0
  for (const word of bits) {
    let rest = word - ((word >>> 1) & 0x55555555)
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
    count += (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return count
}

const listOf = (places: readonly number[]): string => {
  let list = ''
  for (const place of places) list += `${SIGNS[place >>> 6] ?? ''}${SIGNS[place & 63] ?? ''}`
  return list
}

/** The places of a block, the highest first. */
export const placesOf = (bits: Bits): number[] => {
  const places: number[] = []
  for (let at = WORDS - 1; at >= 0; at -= 1) {
    let word = bits[at] ?? 0
    while (word !== 0) {
      const bit = 31 - Math.clz32(word)
      places.push(at * 32 + bit)
      word &= ~(1 << bit)
    }
  }
  return places
}

/** As a row holds them; '' where there is none. */
export const postingsOf = (bits: Bits): string =>
  countBits(bits) * 2 < MAP_SIGNS ? listOf(placesOf(bits).toReversed()) : mapOf(bits)

const bitsOf = (postings: string): Bits => {
  const bits = noBits()
  addPostings(bits, postings)
  return bits
}

const lastOf = (list: string): number =>
  ((VALUES[list.charCodeAt(list.length - 2)] ?? 0) << 6) | (VALUES[list.charCodeAt(list.length - 1)] ?? 0)

/** A row with one place more. The newest ticket of a block comes last, and is put there without taking the row apart. */
export const withPlace = (postings: string, place: number): string => {
  if (postings.length === MAP_SIGNS) {
    const sign = Math.floor(place / 6)
    const value = (VALUES[postings.charCodeAt(sign)] ?? 0) | (1 << (place % 6))
    return `${postings.slice(0, sign)}${SIGNS[value] ?? ''}${postings.slice(sign + 1)}`
  }
  const isLast = postings === '' || lastOf(postings) < place
  if (isLast && postings.length + 2 < MAP_SIGNS) return postings + listOf([place])
  const bits = bitsOf(postings)
  setBit(bits, place)
  return postingsOf(bits)
}

/** A row with one place less; '' where none is left. */
export const withoutPlace = (postings: string, place: number): string => {
  const bits = bitsOf(postings)
  clearBit(bits, place)
  return postingsOf(bits)
}

/** The same of places that are known to rise. */
export const postingsOfPlaces = (places: readonly number[]): string => {
  if (places.length * 2 < MAP_SIGNS) return listOf(places)
  const bits = noBits()
  for (const place of places) setBit(bits, place)
  return mapOf(bits)
}

/** What of the one is in the other too. */
export const keepCommon = (bits: Bits, other: Bits): void => {
  for (let at = 0; at < WORDS; at += 1) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0)
}
