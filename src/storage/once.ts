import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Stands for a value while a statement is made; where it stands then, the value is put each time. */
class Place {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
  /** Whoever makes something else of a value would make it once, of the first one. */
  [Symbol.toPrimitive](): never {
    throw new Error('a statement that is made once takes what it is given as it is')
  }
  toJSON(): never {
    return this[Symbol.toPrimitive]()
  }
}

type Row = Readonly<Record<string, unknown>>

const isRow = (given: unknown): given is Row =>
  typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype

/** Statements differ by how many values a list has and which columns its rows have, not by what the values are. */
const formOf = (given: unknown): string => {
  if (Array.isArray(given)) return `${String(given.length)}${formOf(given[0])}`
  return isRow(given) ? `(${Object.keys(given).join()})` : ''
}

/** In the order in which the places were given out. */
const addValues = (values: unknown[], given: unknown): void => {
  if (Array.isArray(given)) for (const each of given) addValues(values, each)
  else if (isRow(given)) for (const each of Object.values(given)) values.push(each)
  else values.push(given)
}

/** The same in form, with a place for each value. */
const placed = (given: unknown, next: () => Place): unknown => {
  if (Array.isArray(given)) return given.map((each: unknown) => placed(each, next))
  if (!isRow(given)) return next()
  return Object.fromEntries(Object.keys(given).map((name) => [name, next()]))
}

/** So many forms of one statement are kept. */
const MOST_FORMS = 200

type Made<Found> = {
  readonly statement: CompiledQuery<Found>
  /** What stands where, if it is not simply one value after the other. */
  readonly parameters: readonly unknown[] | null
}

const make = <Given extends readonly unknown[], Found>(
  build: (...given: Given) => Compilable<Found>,
  given: Given,
): Made<Found> => {
  const places: Place[] = []
  const next = (): Place => {
    const place = new Place(places.length)
    places.push(place)
    return place
  }
  const statement = build(...(given.map((each) => placed(each, next)) as unknown as Given)).compile()
  const { parameters } = statement
  const missing = places.some((place) => !parameters.includes(place))
  if (missing) throw new Error(`a value that is given has no place in: ${statement.sql}`)
  const isInOrder =
    parameters.length === places.length && parameters.every((each, index) => each === places[index])
  return { statement, parameters: isInOrder ? null : parameters }
}

/**
 * A statement that is asked all the time: kysely builds and compiles it once for each form of what is given (values,
 * lists of them, rows, lists of rows with the same columns), which otherwise takes longer than SQLite's answer. `build`
 * may do nothing with what is given but hand it on. One value of a statement over several tables is given as a list of
 * one: SQLite with STAT4 plans such a statement anew whenever what stands behind `=` changes (57 µs instead of 4), but
 * not what stands in a list. Where a plugin changes values on their way (PostgreSQL), the statement is made each time.
 */
export const once = <Given extends readonly unknown[], Found>(
  build: (db: Kysely<Tables>, ...given: Given) => Compilable<Found>,
): ((db: Kysely<Tables>, ...given: Given) => Promise<readonly Found[]>) => {
  const made = new Map<string, Made<Found>>()
  const madeFor = (db: Kysely<Tables>, given: Given): Made<Found> => {
    const form = given.map(formOf).join(';')
    const known = made.get(form)
    if (known) return known
    if (made.size >= MOST_FORMS) made.clear()
    const one = make((...all: Given) => build(db, ...all), given)
    made.set(form, one)
    return one
  }
  return async (db, ...given) => {
    if (db.getExecutor().plugins.length > 0)
      return (await db.executeQuery<Found>(build(db, ...given).compile())).rows
    const { statement, parameters } = madeFor(db, given)
    const values: unknown[] = []
    addValues(values, given)
    const put = parameters?.map((each) => (each instanceof Place ? values[each.at] : each)) ?? values
    return (await db.executeQuery<Found>({ ...statement, parameters: put })).rows
  }
}
