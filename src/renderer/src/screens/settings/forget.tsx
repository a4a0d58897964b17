import type { ReactNode } from 'react'
import type { SafetyView } from '../../../../contract/safety-views.ts'
import { forgetAfter } from '../../actions/safety.ts'
import { shortTime } from '../../format.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useNow } from '../../parts/use-now.ts'
import { say } from '../../words.ts'
import { SettingLine } from './setting-line.tsx'
import css from './settings.module.css'

/** How long the law, or the shop, keeps people. */
const USUAL = [0, 6, 12, 24, 36, 60, 120]

/** People are forgotten by age, if the shop says so; what was learned from their phones is not. */
export const Forget = ({ safety: { forget } }: { readonly safety: SafetyView }): ReactNode => {
  const { failure, run } = useAction()
  const now = useNow()
  const choices = [...new Set([...USUAL, forget.months])].toSorted((one, other) => one - other)
  return (
    <SettingLine
      name={say('safety.forget')}
      note={say('safety.forget-note')}
      failure={<FailureNote failure={failure ?? forget.failure} />}
    >
      <select
        className={css['select']}
        aria-label={say('safety.forget')}
        value={forget.months}
        onChange={({ target }) => {
          run(async () => forgetAfter(Number(target.value)))
        }}
      >
        {choices.map((months) => (
          <option key={months} value={months}>
            {say('safety.forget-months', { months })}
          </option>
        ))}
      </select>
      {forget.last && (
        <p className={css['note']}>
          {say('safety.forget-last', {
            time: shortTime(forget.last.at, now),
            count: forget.last.customers,
          })}
        </p>
      )}
    </SettingLine>
  )
}
