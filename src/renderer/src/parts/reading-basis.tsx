import type { ReactNode } from 'react'
import { unattended } from '../desk.ts'
import { fullTime } from '../format.ts'
import type { ReadingRow as Row } from '../screens/counter/order-readings.ts'
import { say } from '../words.ts'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'
import css from './reading-row.module.css'

type Fact = { readonly name: string; readonly words: string; readonly code?: boolean }

const factsOf = ({ id, reading, raw, at, speaks }: Row): readonly Fact[] => [
  ...(reading.status === 'measured' ? [] : [{ name: say('screen.reading.reason'), words: reading.reason }]),
  ...speaks.map(({ effect, cause }) => ({ name: say(`screen.reading.speaks.${effect}`), words: cause })),
  ...(reading.command === undefined
    ? []
    : [{ name: say('screen.reading.command'), words: reading.command, code: true }]),
  ...(raw === null
    ? []
    : [
        {
          name: say('screen.reading.raw'),
          words: raw === '' ? say('screen.reading.raw-empty') : raw,
          code: true,
        },
      ]),
  ...(at === null ? [] : [{ name: say('screen.reading.at'), words: fullTime(at) }]),
  { name: say('screen.reading.id'), words: id },
]

/** What a reading rests on: why it could not be read, what it speaks for, its command, the raw answer, when. */
export const ReadingBasis = ({ row }: { readonly row: Row }): ReactNode => {
  const { label, value } = row.said
  const facts = factsOf(row)
  return (
    <div className={css['basis']}>
      <dl className={css['facts']}>
        {facts.map(({ name, words, code }) => (
          <div key={`${name} ${words}`} className={css['fact']}>
            <dt>{name}</dt>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long answer is scrolled by keys */}
            <dd className={code ? css['code'] : undefined} tabIndex={code ? 0 : undefined}>
              {words}
            </dd>
          </div>
        ))}
      </dl>
      <Button
        kind="quiet"
        icon="copy"
        words={say('screen.reading.copy-all')}
        onPress={() => {
          const lines = [`${label}: ${value}`, ...facts.map(({ name, words }) => `${name}: ${words}`)]
          unattended(copyText(lines.join('\n'), label))
        }}
      />
    </div>
  )
}
