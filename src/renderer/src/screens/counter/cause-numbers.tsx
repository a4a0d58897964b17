import type { ReactNode } from 'react'
import type { RankedCause } from '../../../../core/diagnosis/diagnosis.ts'
import { factorWords, finePercent } from '../../format.ts'
import { say } from '../../words.ts'
import css from './cause-row.module.css'

/** The arithmetic of a cause: where it started, what each piece of evidence did to its odds, where it stands. */
export const CauseNumbers = ({ cause }: { readonly cause: RankedCause }): ReactNode => (
  <details className={css['numbers']}>
    <summary className={css['more']}>{say('screen.causes.numbers')}</summary>
    <dl className={css['sums']}>
      <dt>{say('screen.causes.start')}</dt>
      <dd>{finePercent(cause.learned?.guess ?? cause.prior)}</dd>
      {cause.learned?.shares.map(({ group, cases, value, low, high }) => [
        <dt key={`${group} name`}>
          {group === ''
            ? say('screen.causes.this-shop', { cases })
            : say('screen.causes.this-group', { group, cases })}
        </dt>,
        <dd key={group}>
          {say('screen.causes.between', {
            share: finePercent(value),
            low: finePercent(low),
            high: finePercent(high),
          })}
        </dd>,
      ])}
      {cause.because
        .filter(({ evidence }) => evidence !== 'prior')
        .map(({ evidence, text, effect, factor }) => [
          <dt key={`${evidence} ${text} name`}>{text}</dt>,
          <dd key={`${evidence} ${text}`}>{factorWords(effect, factor)}</dd>,
        ])}
      <dt>{say('screen.causes.now')}</dt>
      <dd>{finePercent(cause.probability)}</dd>
    </dl>
    <p>{say('screen.causes.numbers-note')}</p>
  </details>
)
