import type { ReactNode } from 'react'
import { OWN_KINDS } from '../../../../core/knowledge/own/own-kinds.ts'
import { emptyDraft } from '../../../../core/knowledge/own/own-draft.ts'
import { exportOwn } from '../../actions/own-knowledge.ts'
import { bringBackOwnForm, dropOwnForm, openOwnForm } from '../../actions/own-forms.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { ImportOwn } from './import-own.tsx'
import css from './knowledge.module.css'

/** Forms that were begun and wait, and the one that was thrown away last. */
const Begun = (): ReactNode => {
  const forms = useStore((store) => store.ownForms)
  const dropped = useStore((store) => store.ownDropped)
  const nameOf = (title: string): string => (title.trim() === '' ? say('own.form.untitled') : title)
  return (
    <>
      {forms.map((form) => (
        <p key={`${form.kind} ${form.id ?? ''}`} className={css['begun']}>
          <span className={css['lead']}>{say('own.form.begun')}</span>
          <span>{`${say(`own.kind.${form.kind}`)} “${nameOf(form.title)}”`}</span>
          <Button
            words={say('own.form.go-on')}
            onPress={() => {
              openOwnForm(form)
            }}
          />
          <Button
            kind="quiet"
            words={say('own.form.drop')}
            onPress={() => {
              dropOwnForm(form)
            }}
          />
        </p>
      ))}
      {dropped !== null && (
        <p className={css['begun']}>
          <span>{say('own.form.dropped', { title: nameOf(dropped.title) })}</span>
          <Button
            words={say('own.form.bring-back')}
            onPress={() => {
              bringBackOwnForm(dropped)
            }}
          />
        </p>
      )}
    </>
  )
}

/** Records that a newer or an older version has written, or that rest on one that is gone. */
const Faulty = (): ReactNode => {
  const faulty = useStore(({ knowledge }) => knowledge?.own.faulty) ?? []
  if (faulty.length === 0) return null
  return (
    <div className={css['faulty']}>
      <Icon name="alert" />
      <div>
        <p>{say('own.faulty')}</p>
        <ul className={css['names']}>
          {faulty.map(({ id, name, words }) => (
            <li key={`${id ?? ''} ${words}`}>{say('own.fault.at', { name, words })}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** What can be done with the shop's own records as a whole. */
export const OwnShelf = ({ hasOwn }: { readonly hasOwn: boolean }): ReactNode => {
  const { busy, failure, run } = useAction()
  return (
    <div className={css['shelf']}>
      <p className={css['intro']}>{say('own.intro')}</p>
      <div className={css['own']}>
        {OWN_KINDS.map((kind) => (
          <Button
            key={kind}
            icon="plus"
            words={say(`own.new.${kind}`)}
            onPress={() => {
              openOwnForm(emptyDraft(kind))
            }}
          />
        ))}
        <span className={css['gap']} />
        <ImportOwn />
        {hasOwn && (
          <Button
            kind="quiet"
            icon="save"
            words={say('own.export')}
            busy={busy}
            onPress={() => {
              run(exportOwn)
            }}
          />
        )}
      </div>
      <FailureNote failure={failure} />
      <Begun />
      <Faulty />
    </div>
  )
}
