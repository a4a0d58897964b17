import { useEffect, useState, type ReactNode } from 'react'
import type { KnowledgeView } from '../../../../contract/views.ts'
import { lookAgain } from '../../actions/own-knowledge.ts'
import { unattended } from '../../desk.ts'
import { Choice } from '../../parts/choice.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './knowledge.module.css'
import { foundRecords } from './found-records.tsx'
import { KINDS, type Kind } from './kinds.ts'
import { matching } from './matching.ts'
import { OwnForm } from './own-form.tsx'
import { OwnShelf } from './own-shelf.tsx'

/** What stands behind the "+" only tells one state of the shop's own records from another. */
const shippedVersion = ({ version }: KnowledgeView): string => version.split('+')[0] ?? version

type ListProps = {
  readonly knowledge: KnowledgeView
  readonly kind: Kind
  readonly onKind: (kind: Kind) => void
}

const List = ({ knowledge, kind, onKind }: ListProps): ReactNode => {
  const [words, setWords] = useState('')
  const found = matching(knowledge, words)
  const rows = foundRecords(knowledge, found, kind)
  const hasOwn = knowledge.own.records.length > 0
  const nameOf = (value: Kind): string => {
    const count = found[value].length
    return value === 'own' ? say('own.name', { count }) : say(`screen.knowledge.${value}`, { count })
  }
  const elsewhere = KINDS.filter((other) => other !== kind && found[other].length > 0).map(nameOf)
  return (
    <Panel
      name={say('screen.nav.knowledge')}
      note={say('screen.knowledge.version', { version: shippedVersion(knowledge) })}
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
            options={KINDS.map((value) => ({ value, words: nameOf(value) }))}
            chosen={kind}
            onChoose={onKind}
          />
        </>
      }
      size="grows"
    >
      {kind === 'own' && <OwnShelf hasOwn={hasOwn} />}
      <ul className={css['list']}>{rows}</ul>
      {rows.length === 0 &&
        (kind === 'own' && !hasOwn ? (
          <EmptyState icon="knowledge" title={say('own.none')} advice={say('own.none-advice')} />
        ) : (
          <EmptyState
            icon="search"
            title={say('screen.knowledge.none')}
            advice={
              elsewhere.length === 0
                ? say('screen.knowledge.none-advice')
                : say('screen.knowledge.elsewhere', { kinds: elsewhere.join(', ') })
            }
          />
        ))}
    </Panel>
  )
}

/** What Benchside knows, to read up on and to add to. */
export const Knowledge = (): ReactNode => {
  const knowledge = useStore((store) => store.knowledge)
  const form = useStore((store) => store.ownForm)
  const [kind, setKind] = useState<Kind>('causes')
  useEffect(() => {
    unattended(lookAgain())
  }, [])
  if (!knowledge) return null
  if (form !== null)
    return <OwnForm key={`${form.kind} ${form.id ?? ''}`} form={form} knowledge={knowledge} />
  return <List knowledge={knowledge} kind={kind} onKind={setKind} />
}
