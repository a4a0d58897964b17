import { useState, type ReactNode } from 'react'
import { Choice } from '../../parts/choice.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './knowledge.module.css'
import { foundRecords } from './found-records.tsx'
import { KINDS, type Kind } from './kinds.ts'

/** What Benchside knows, to read up on. */
export const Knowledge = (): ReactNode => {
  const knowledge = useStore((store) => store.knowledge)
  const [kind, setKind] = useState<Kind>('causes')
  const [words, setWords] = useState('')
  if (!knowledge) return null
  const notes = knowledge.warnings.length + knowledge.advice.length
  const found = foundRecords(knowledge, kind, words)
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
              words: say(`screen.knowledge.${value}`, {
                count: value === 'advice' ? notes : knowledge[value].length,
              }),
            }))}
            chosen={kind}
            onChoose={setKind}
          />
        </>
      }
      size="grows"
    >
      <ul className={css['list']}>{found}</ul>
      {found.length === 0 && (
        <EmptyState
          icon="search"
          title={say('screen.knowledge.none')}
          advice={say('screen.knowledge.none-advice')}
        />
      )}
    </Panel>
  )
}
