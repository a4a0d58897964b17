import { useState, type ReactNode } from 'react'
import { CAUSE_STRENGTH } from '../../../../core/learning/strength.ts'
import type { LearningView } from '../../../../contract/learning-view.ts'
import { dropCounts, exportCounts, importCounts, resetLearning, undoReset } from '../../actions/learning.ts'
import { dayOf } from '../../format.ts'
import { Button } from '../../parts/button.tsx'
import { Choice } from '../../parts/choice.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import { LearntTable } from './learnt-table.tsx'
import css from './reports.module.css'

/** As in core/learning/shared-counts.ts, which the window cannot import without its validator. */
const FEWEST_TO_SHARE = 10
/** Priors go no higher than this. */
const MOST_PRIOR = 0.5

const Actions = ({ learning }: { readonly learning: LearningView }): ReactNode => {
  const { failure, run } = useAction()
  return (
    <>
      <div className={css['actions']}>
        {learning.taught !== null && (
          <Button
            words={say('learning.export')}
            icon="save"
            hint={say('learning.export-hint', { fewest: FEWEST_TO_SHARE })}
            onPress={() => {
              run(exportCounts)
            }}
          />
        )}
        <Button
          words={say('learning.import')}
          icon="open"
          onPress={() => {
            run(importCounts)
          }}
        />
        {learning.elsewhere !== null && (
          <Button
            words={say('learning.drop')}
            onPress={() => {
              run(dropCounts)
            }}
          />
        )}
        {learning.taught !== null && (
          <Button
            words={say('learning.reset')}
            hint={say('learning.reset-hint')}
            onPress={() => {
              run(resetLearning)
            }}
          />
        )}
        {learning.since !== null && (
          <Button
            words={say('learning.undo')}
            icon="reopen"
            onPress={() => {
              run(undoReset)
            }}
          />
        )}
      </div>
      <FailureNote failure={failure} />
    </>
  )
}

const Notes = ({ learning }: { readonly learning: LearningView }): ReactNode => {
  const { elsewhere, since, most } = learning
  return (
    <div className={css['notes']}>
      {since !== null && <p>{say('learning.since', { at: dayOf(since) })}</p>}
      {elsewhere !== null && <p>{say('learning.elsewhere', { ...elsewhere, strength: CAUSE_STRENGTH })}</p>}
      <p>{say('learning.how', { most })}</p>
    </div>
  )
}

const Numbers = ({ learning }: { readonly learning: LearningView }): ReactNode => {
  const [wanted, choose] = useState('')
  const groups = [
    ...new Set(learning.causes.flatMap(({ shares }) => shares.map(({ group }) => group))),
  ].toSorted()
  const group = groups.includes(wanted) ? wanted : ''
  return (
    <>
      <div className={css['legend']}>
        <span className={css['dot']} aria-hidden="true" /> {say('learning.shop-mark')}
        <span className={css['ring']} aria-hidden="true" /> {say('learning.guess-mark')}
        {groups.length > 1 && (
          <Choice
            name={say('learning.group')}
            nameSeen
            options={groups.map((value) => ({ value, words: value === '' ? say('learning.all') : value }))}
            chosen={group}
            onChoose={choose}
          />
        )}
      </div>
      <LearntTable
        name={say('learning.causes')}
        first={say('learning.column.cause')}
        rows={learning.causes.map((cause) => ({ ...cause, key: cause.id }))}
        group={group}
        most={MOST_PRIOR}
      />
      <LearntTable
        name={say('learning.fixes')}
        first={say('learning.column.fix')}
        rows={learning.fixes.map((row) => ({
          ...row,
          key: `${row.fix} ${row.cause}`,
          title: row.fixTitle,
          under: say('learning.for', { cause: row.causeTitle }),
        }))}
        group={group}
        most={1}
      />
    </>
  )
}

/** What closed tickets have made of the starting guesses. */
export const Learnt = ({ learning }: { readonly learning: LearningView }): ReactNode => {
  const { taught, since, isLooking } = learning
  const spans = taught && { ...taught, from: dayOf(taught.from), to: dayOf(taught.to) }
  return (
    <Panel
      name={say('learning.title')}
      note={isLooking ? say('learning.looking') : spans && say('learning.from', spans)}
      size="grows"
      textOnly
    >
      {taught === null ? (
        <EmptyState
          icon="reports"
          title={say('learning.none')}
          advice={
            since === null ? say('learning.none-advice') : say('learning.none-since', { at: dayOf(since) })
          }
        />
      ) : (
        <Numbers learning={learning} />
      )}
      <Notes learning={learning} />
      <Actions learning={learning} />
    </Panel>
  )
}
