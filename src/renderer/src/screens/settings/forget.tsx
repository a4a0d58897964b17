import { useState, type ReactNode } from 'react'
import type { DueView, SafetyView } from '../../../../contract/safety-views.ts'
import { dueAfter, forgetAfter } from '../../actions/safety.ts'
import { shortTime } from '../../format.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useNow } from '../../parts/use-now.ts'
import { say } from '../../words.ts'
import { SettingLine } from './setting-line.tsx'
import css from './settings.module.css'

/** How long the law, or the shop, keeps people. */
const USUAL = [0, 6, 12, 24, 36, 60, 120]

type Asked = DueView & { readonly months: number }

/** People are forgotten by age, if the shop says so; who would go now is said before any of them do. */
export const Forget = ({ safety: { forget } }: { readonly safety: SafetyView }): ReactNode => {
  const { busy, failure, run } = useAction()
  const [asked, setAsked] = useState<Asked | null>(null)
  const now = useNow()
  const choices = [...new Set([...USUAL, forget.months])].toSorted((one, other) => one - other)
  const keep = (months: number) => async () => {
    const kept = await forgetAfter(months)
    if (kept.ok) setAsked(null)
    return kept
  }
  const ask = (months: number) => async () => {
    const due = await dueAfter(months)
    if (due.ok) setAsked({ ...due.value, months })
    return due
  }
  return (
    <SettingLine
      name={say('safety.forget')}
      note={say('safety.forget-note')}
      failure={<FailureNote failure={(asked === null ? failure : null) ?? forget.failure} />}
    >
      <select
        className={css['select']}
        aria-label={say('safety.forget')}
        value={forget.months}
        onChange={({ target }) => {
          const months = Number(target.value)
          // Longer than now forgets nobody whom the time before would have kept.
          const isMilder = months === 0 || (forget.months > 0 && months > forget.months)
          run(isMilder ? keep(months) : ask(months))
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
      {asked && (
        <ConfirmDialog
          title={say('safety.forget-title', { months: asked.months })}
          yes={say('safety.forget-yes', { months: asked.months })}
          isLoss
          busy={busy}
          failure={failure}
          onYes={() => {
            run(keep(asked.months))
          }}
          onClose={() => {
            setAsked(null)
          }}
        >
          <p>
            {say('safety.forget-due', {
              count: asked.customers,
              isWhole: asked.isWhole ? 'yes' : 'no',
            })}
          </p>
          <p>{say('erase.goes')}</p>
          <p>{say('erase.elsewhere')}</p>
        </ConfirmDialog>
      )}
    </SettingLine>
  )
}
