/** One line of the bench: a median, and how many times the yardstick of the same run it is. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly against: string
  readonly ratio: number
}

export const print = (figure: Figure): void => {
  const { value, ratio } = figure
  const rounded = { ...figure, value: Number(value.toPrecision(4)), ratio: Number(ratio.toPrecision(3)) }
  process.stdout.write(`${JSON.stringify(rounded)}\n`)
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/**
 * Median milliseconds of each piece of work. They take turns, so that a busy moment of the machine meets all of them;
 * the first round only warms up. What is done `between` two of them is not counted.
 */
export const timeInTurns = async <K extends string>(
  rounds: number,
  works: Readonly<Record<K, () => unknown>>,
  between: () => unknown = () => undefined,
): Promise<Readonly<Record<K, number>>> => {
  const names = Object.keys(works) as K[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const begun = performance.now()
      await works[name]()
      if (round > 0) times[name].push(performance.now() - begun)
      await between()
    }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<K, number>
}
