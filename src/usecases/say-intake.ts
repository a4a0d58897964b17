import { CONDITIONS, LEFT_ITEMS } from '../core/intake.ts'
import { writeAmount } from '../core/money.ts'
import type { Say } from '../core/words/index.ts'
import type { TicketEvent } from '../storage/store.ts'

const listed = <T extends string>(
  text: string,
  known: readonly T[],
  words: (item: T) => string,
  none: string,
): string => {
  const items = known.filter((item) => text.split(' ').includes(item))
  return items.length === 0 ? none : items.map(words).join(', ')
}

/** "Condition: scratches, cracked glass · Left with it: SIM card": each part that the event tells. */
export const sayIntake = ({ details, words }: TicketEvent, say: Say): string => {
  const part = (name: string): string | undefined => {
    const value = words?.[name] ?? details[name]
    return value === undefined ? undefined : String(value)
  }
  const none = say('history.intake.none')
  const amount = (name: 'quote' | 'paid'): string | undefined => {
    const minor = part(name)
    if (minor === undefined || minor === '') return minor === undefined ? undefined : none
    const currency = part('currency') ?? ''
    return `${writeAmount(Number(minor), currency)} ${currency}`.trim()
  }
  const condition = part('condition')
  const left = part('left')
  const values = {
    condition:
      condition === undefined
        ? undefined
        : listed(condition, CONDITIONS, (item) => say(`intake.condition.${item}`), none),
    conditionNote: part('conditionNote'),
    left:
      left === undefined ? undefined : listed(left, LEFT_ITEMS, (item) => say(`intake.left.${item}`), none),
    leftNote: part('leftNote'),
    proof: part('proof') === undefined ? undefined : say('intake.proof', { proof: proofKey(part('proof')) }),
    promisedAt: part('promisedAt'),
    quote: amount('quote'),
    paid: amount('paid'),
  }
  const said = Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${say(`history.intake.${name as keyof typeof values}`)}: ${value === '' ? none : value}`],
  )
  return said.length === 0 ? say('history.intake.erased') : said.join(' · ')
}

const proofKey = (proof: string | undefined): string => (proof ?? '').replaceAll('-', '_') || 'none'
