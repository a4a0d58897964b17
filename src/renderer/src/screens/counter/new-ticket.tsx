import { useEffect, useRef, useState, type ReactNode } from 'react'
import { flushDraft, typeDraft } from '../../actions/draft.ts'
import { openTicket } from '../../actions/tickets.ts'
import type { Failure } from '../../../../core/failure.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Field } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { SecretWarning } from '../../parts/secret-warning.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAction } from '../../parts/use-action.ts'
import { toggled } from '../../store/draft.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { Consents } from './consents.tsx'
import { FormPhone, useFormPhone } from './form-phone.tsx'
import { HeardSymptoms } from './heard-symptoms.tsx'
import css from './new-ticket.module.css'
import { MoreDevice } from './more-device.tsx'
import { MoreIntake } from './more-intake.tsx'
import { SeenBefore } from './seen-before.tsx'
import { SymptomPicker } from './symptom-picker.tsx'

/** The field that a refusal speaks of, where it speaks of one. */
const fieldOf = (failure: Failure | null): string | null => {
  if (failure?.code === 'ticket.customer-missing') return 'customerName'
  return failure?.code === 'input.invalid' ? String(failure.details['field'] ?? '') : null
}

/** A new ticket, in place: what is typed is saved as it is typed. */
export const NewTicket = (): ReactNode => {
  const draft = useStore((store) => store.draft)
  const heard = useStore((store) => store.heard)
  const seen = useStore((store) => store.seen)
  const draftSaved = useStore((store) => store.draftSaved)
  const draftFailure = useStore((store) => store.draftFailure)
  const closeForm = useStore((store) => store.closeForm)
  const phoneKey = useFormPhone()
  const phone = useStore(({ bench }) => bench?.phones.find(({ key }) => key === phoneKey))
  const { busy, failure, run } = useAction()
  const form = useRef<HTMLFormElement>(null)
  const [startedEmpty] = useState(draft.customerName === '')
  const field = fieldOf(failure)
  /** What is the rework of another number's ticket is not that of this one's; of the same phone's it stays. */
  const ofThisPhone = phone?.seen.some(({ ticketId }) => ticketId === draft.reworkOf) ? draft.reworkOf : null
  useEffect(() => {
    if (startedEmpty) form.current?.querySelector('input')?.focus()
  }, [startedEmpty])
  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failure])
  const submit = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault()
    run(async () => openTicket(phoneKey))
  }
  const failureAt = (name: string): Failure | null => (field === name ? failure : null)
  const isElsewhere = failure !== null && !['customerName', 'phoneNumber', 'said'].includes(field ?? '')
  return (
    <form ref={form} className={css['form']} onSubmit={submit} noValidate>
      <Panel
        name={say('screen.form.name')}
        note={say(draftSaved ? 'screen.form.saved' : 'screen.form.saving')}
        actions={<Button kind="quiet" icon="cross" words={say('screen.form.later')} onPress={closeForm} />}
        size="grows"
        padded
        foot={
          <>
            {/* Above the button: pressing it saves what was typed, and what then goes away must not move it. */}
            <FailureNote failure={isElsewhere ? failure : draftFailure} />
            <div className={css['foot']}>
              <Button kind="primary" icon="check" words={say('screen.form.open')} submit busy={busy} />
              <span className={css['hint']}>{say('screen.form.open-hint')}</span>
            </div>
          </>
        }
      >
        <div className={css['pair']}>
          <Field
            label={say('screen.form.customer')}
            value={draft.customerName}
            failure={failureAt('customerName')}
            onLeave={flushDraft}
            onType={(customerName) => {
              // Whoever is called otherwise is somebody else: no ticket goes to a customer whose name is not to be read.
              typeDraft({ customerName, customerId: null })
            }}
          />
          <Field
            label={say('screen.form.number')}
            kind="tel"
            value={draft.phoneNumber}
            failure={failureAt('phoneNumber')}
            onLeave={flushDraft}
            onType={(phoneNumber) => {
              typeDraft({ phoneNumber, customerId: null, reworkOf: ofThisPhone })
            }}
          />
        </div>
        <SecretWarning
          text={draft.customerName}
          onClean={(customerName) => {
            typeDraft({ customerName })
          }}
        />
        <SeenBefore seen={[...seen, ...(phone?.seen ?? [])]} isForm />
        <Field
          label={say('screen.form.said')}
          kind="prose"
          value={draft.said}
          failure={failureAt('said')}
          onLeave={flushDraft}
          onType={(said) => {
            typeDraft({ said })
          }}
        />
        <SecretWarning
          text={draft.said}
          onClean={(said) => {
            typeDraft({ said })
          }}
        />
        <HeardSymptoms />
        <div className={css['pair']}>
          <FormPhone />
          <Consents
            given={draft.consents}
            onChange={(consents) => {
              typeDraft({ consents })
            }}
          />
        </div>
        <MoreDevice />
        <MoreIntake />
        <details className={css['more']} open={draft.symptoms.length > 0}>
          <summary className={css['summary']}>
            <Icon name="right" />
            {say('screen.form.symptoms')}
          </summary>
          <SymptomPicker
            chosen={draft.symptoms}
            without={heard.map(({ symptom }) => symptom)}
            onToggle={(symptom) => {
              typeDraft({ symptoms: [...toggled(draft.symptoms, symptom)] })
            }}
          />
        </details>
      </Panel>
    </form>
  )
}
