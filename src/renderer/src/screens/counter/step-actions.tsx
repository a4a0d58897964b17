import type { ReactNode } from 'react'
import { recordAttempt, recordCheck } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import type { Step } from '../../../../core/diagnosis/diagnosis.ts'
import {
  CHECK_RESULTS,
  VERIFICATIONS,
  type CheckResult,
  type Outcome,
  type Verification,
} from '../../../../core/ticket.ts'
import { Button } from '../../parts/button.tsx'
import { Choice } from '../../parts/choice.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useAwake } from '../../parts/use-awake.ts'
import { useTyping } from '../../parts/use-typing.ts'
import { quotedList } from '../../format.ts'
import { say } from '../../words.ts'
import { CloseTicket } from './close-ticket.tsx'
import css from './step-actions.module.css'

type StepActionsProps = {
  readonly ticket: TicketView
  readonly step: Step
  /** What was done before the same sign-in. */
  readonly together: readonly Step[]
}

const SEEN = VERIFICATIONS.map((value) => ({ value, words: say(`screen.verified.${value}`) }))

const JUST_DONE: { readonly verified: Verification; readonly minutes: string } = {
  verified: 'sign-in',
  minutes: '',
}

const FixActions = ({ ticket, step, together }: StepActionsProps): ReactNode => {
  const place = `fix ${step.id} ${String(ticket.attempts.length)}`
  const { form, type, forget } = useTyping(ticket.id, place, JUST_DONE)
  const { verified, minutes } = form
  const { busy, failure, run } = useAction()
  const asleep = !useAwake()
  const record = (outcome: Outcome) => (): void => {
    run(async () => {
      const answer = await recordAttempt(ticket.id, [step.id, ...together.map(({ id }) => id)], {
        outcome,
        verified,
        minutes: minutes === '' ? null : Number(minutes),
      })
      if (answer.ok) forget()
      return answer
    })
  }
  return (
    <>
      {together.length > 0 && (
        <p className={css['ask']}>
          {say('screen.together.outcome', {
            count: together.length + 1,
            fixes: quotedList([step, ...together].map(({ title }) => title)),
          })}
        </p>
      )}
      <div className={css['actions']}>
        <Button
          kind="primary"
          icon="check"
          words={say('screen.worked')}
          shortcut="w"
          busy={busy}
          asleep={asleep}
          onPress={record('worked')}
        />
        <Button
          icon="cross"
          words={say('screen.failed')}
          shortcut="f"
          busy={busy}
          asleep={asleep}
          onPress={record('failed')}
        />
        <Button
          kind="quiet"
          words={say('screen.partly')}
          busy={busy}
          asleep={asleep}
          onPress={record('partly')}
        />
        <span className={css['seen']}>
          <Choice
            name={say('screen.verified.name')}
            options={SEEN}
            chosen={verified}
            onChoose={(seen) => {
              type({ verified: seen })
            }}
            nameSeen
          />
          <label className={css['minutes']}>
            <span>{say('screen.minutes')}</span>
            <input
              inputMode="numeric"
              value={minutes}
              autoComplete="off"
              onChange={({ target }) => {
                type({ minutes: target.value.replaceAll(/\D/gu, '').slice(0, 3) })
              }}
            />
          </label>
        </span>
      </div>
      <FailureNote failure={failure} />
    </>
  )
}

const answerWords = ({ answers }: Step, result: CheckResult): string =>
  answers === null || result === 'unknown' ? say(`screen.check.${result}`) : answers[result]

const CheckActions = ({ ticket, step }: Omit<StepActionsProps, 'together'>): ReactNode => {
  const { busy, failure, run } = useAction()
  const asleep = !useAwake()
  return (
    <>
      <p className={css['ask']}>{say('screen.check.ask')}</p>
      <div className={css['actions']}>
        {CHECK_RESULTS.map((result) => (
          <Button
            key={result}
            kind={result === 'unknown' ? 'quiet' : 'secondary'}
            icon={({ passes: 'check', fails: 'cross', unknown: 'question' } as const)[result]}
            words={answerWords(step, result)}
            hint={say(`screen.check.${result}.means`)}
            busy={busy}
            asleep={asleep}
            onPress={() => {
              run(async () => recordCheck(ticket.id, step.id, result))
            }}
          />
        ))}
      </div>
      <FailureNote failure={failure} />
    </>
  )
}

export const StepActions = (props: StepActionsProps): ReactNode => {
  switch (props.step.kind) {
    case 'fix':
      return <FixActions {...props} />
    case 'check':
      return <CheckActions {...props} />
    case 'refer':
      return <CloseTicket ticket={props.ticket} preset="referred" isNext />
  }
}
