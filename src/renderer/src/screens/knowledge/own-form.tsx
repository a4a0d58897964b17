import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { KnowledgeView, OwnSavedView } from '../../../../contract/views.ts'
import type { OwnDraft } from '../../../../core/knowledge/own/own-draft.ts'
import { closeOwnForm, dropOwnForm } from '../../actions/own-forms.ts'
import { saveOwn } from '../../actions/own-knowledge.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './own-form.module.css'
import { CauseFields, CheckFields, FixFields, MessageFields, type FieldsProps } from './own-fields.tsx'

type OwnFormProps = {
  readonly form: OwnDraft
  readonly knowledge: KnowledgeView
}

type Faults = OwnSavedView['faults']

/** Faults that no field on the screen speaks of: of the whole record, or of another one that rests on it. */
const SHOWN = [
  'title',
  'about',
  'phrases',
  'often',
  'shows',
  'steps',
  'minutes',
  'risk',
  'caution',
  'helps',
  'passes',
  'fails',
  'tells',
]

const wordsAt =
  (faults: Faults) =>
  (field: string): string | null => {
    const words = [...new Set(faults.filter((fault) => fault.field === field).map((fault) => fault.words))]
    return words.length === 0 ? null : words.join(' ')
  }

const fieldsOf = (props: FieldsProps): ReactNode => {
  switch (props.form.kind) {
    case 'message':
      return <MessageFields {...props} />
    case 'cause':
      return <CauseFields {...props} />
    case 'check':
      return <CheckFields {...props} />
    case 'fix':
      return <FixFields {...props} />
  }
}

/** A message, a cause, a check or a fix of the shop's own: kept as it is typed, and what is wrong said beside its field. */
export const OwnForm = ({ form, knowledge }: OwnFormProps): ReactNode => {
  const { busy, failure, run } = useAction()
  const [faults, setFaults] = useState<Faults>([])
  const saved = useStore((store) => store.ownFormsSaved)
  const unsaved = useStore((store) => store.ownFormsFailure)
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => {
    place.current?.querySelector('input')?.focus()
  }, [])
  useEffect(() => {
    if (faults.length > 0) place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])
  const submit = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault()
    run(async () => {
      const answer = await saveOwn(form)
      if (answer.ok) setFaults(answer.value.faults)
      return answer
    })
  }
  const elsewhere = faults.filter(({ field }) => !SHOWN.includes(field)).map(({ words }) => words)
  return (
    <form ref={place} className={css['form']} onSubmit={submit} noValidate>
      <Panel
        name={say(`own.form.${form.kind}`, { isNew: form.id === null ? 'yes' : 'no' })}
        note={say(saved ? 'own.form.saved' : 'own.form.saving')}
        actions={
          <>
            <Button
              kind="quiet"
              words={say('own.form.drop')}
              onPress={() => {
                dropOwnForm(form)
              }}
            />
            <Button kind="quiet" icon="cross" words={say('own.form.later')} onPress={closeOwnForm} />
          </>
        }
        size="grows"
        padded
        foot={
          <>
            <div className={css['foot']}>
              <Button kind="primary" icon="check" words={say('own.form.save')} submit busy={busy} />
              <span className={css['hint']}>{say('own.form.save-hint')}</span>
            </div>
            <FailureNote
              failure={failure ?? unsaved}
              words={elsewhere.length === 0 ? null : elsewhere.join(' ')}
            />
          </>
        }
      >
        <div className={css['fields']}>{fieldsOf({ form, knowledge, faultAt: wordsAt(faults) })}</div>
      </Panel>
    </form>
  )
}
