import { useState, type ReactNode } from 'react'
import { Choice } from '../../parts/choice.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './knowledge.module.css'
import { CauseRecord, StepRecord } from './records.tsx'
import { hasWords } from './has-words.ts'

const KINDS = ['causes', 'fixes', 'checks'] as const
type Kind = (typeof KINDS)[number]

/** What Benchside knows, to read up on. */
export const Knowledge = (): ReactNode => {
  const knowledge = useStore((store) => store.knowledge)
  const [kind, setKind] = useState<Kind>('causes')
  const [words, setWords] = useState('')
  if (!knowledge) return null
  const causes = knowledge.causes.filter((cause) => hasWords(words, [cause.title, cause.about]))
  const steps = (kind === 'checks' ? knowledge.checks : knowledge.fixes).filter((step) =>
    hasWords(words, [step.title, ...step.steps]),
  )
  const found = kind === 'causes' ? causes.length : steps.length
  return (
    <Panel
      name={say('screen.nav.knowledge')}
      note={say('screen.knowledge.version', { version: knowledge.version })}
      actions={
        <>
          <input
            type="search"
            className={css['filter']}
            aria-label={say('screen.knowledge.filter')}
            placeholder={say('screen.knowledge.filter')}
            value={words}
            onChange={({ target }) => {
              setWords(target.value)
            }}
          />
          <Choice
            name={say('screen.knowledge.kind')}
            options={KINDS.map((value) => ({
              value,
              words: say(`screen.knowledge.${value}`, { count: knowledge[value].length }),
            }))}
            chosen={kind}
            onChoose={setKind}
          />
        </>
      }
      size="grows"
    >
      <ul className={css['list']}>
        {kind === 'causes'
          ? causes.map((cause) => <CauseRecord key={cause.id} cause={cause} fixes={knowledge.fixes} />)
          : steps.map((step) => <StepRecord key={step.id} step={step} />)}
      </ul>
      {found === 0 && (
        <EmptyState
          icon="search"
          title={say('screen.knowledge.none')}
          advice={say('screen.knowledge.none-advice')}
        />
      )}
    </Panel>
  )
}
