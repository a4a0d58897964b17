import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ErasedView } from '../../../../contract/safety-views.ts'
import type { Customer } from '../../../../core/ticket.ts'
import { stopSaving } from '../../actions/draft.ts'
import { eraseCustomer } from '../../actions/safety.ts'
import { flushTyping } from '../../actions/typing.ts'
import { Button } from '../../parts/button.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './erase-customer.module.css'

const Done = ({ erased }: { readonly erased: ErasedView }): ReactNode => {
  const { cleaned, left, sameNumber, isInLog, failure } = erased
  const place = useRef<HTMLOutputElement>(null)
  // What was pressed is gone with whom it was about.
  useEffect(() => {
    place.current?.focus()
  }, [])
  return (
    <output ref={place} tabIndex={-1} className={css['done']}>
      <p>{say('erase.done', { cleaned })}</p>
      {sameNumber.length > 0 && <p>{say('erase.same-number', { numbers: sameNumber.join(', ') })}</p>}
      {left.length > 0 && <p>{say('erase.left', { files: left.join(', ') })}</p>}
      {isInLog && <p>{say('erase.in-log')}</p>}
      {failure && <p>{say('erase.copies-failed')}</p>}
      <FailureNote failure={failure} />
    </output>
  )
}

type EraseCustomerProps = {
  readonly customer: Customer
  readonly onErased?: () => void
}

/** Forgets a person when the law, or they, say so: asked once more, because nothing brings them back. */
export const EraseCustomer = ({ customer, onErased }: EraseCustomerProps): ReactNode => {
  const [asks, setAsks] = useState(false)
  const [erased, setErased] = useState<ErasedView | null>(null)
  const { busy, failure, run } = useAction()
  const erase = async () => {
    // What is still being typed about them is not to be written after they are gone.
    stopSaving()
    await flushTyping()
    const answer = await eraseCustomer(customer.id)
    if (answer.ok) {
      setErased(answer.value)
      setAsks(false)
      onErased?.()
    }
    return answer
  }
  if (erased) return <Done erased={erased} />
  if (customer.name === '' && customer.phone === '') return null
  return (
    <div className={css['place']}>
      <Button
        words={say('erase.button')}
        kind="quiet"
        onPress={() => {
          setAsks(true)
        }}
      />
      {asks && (
        <ConfirmDialog
          title={say('erase.title', { name: customer.name })}
          yes={say('erase.yes')}
          isLoss
          busy={busy}
          failure={failure}
          onYes={() => {
            run(erase)
          }}
          onClose={() => {
            setAsks(false)
          }}
        >
          <p>{say('erase.goes')}</p>
          <p>{say('erase.stays')}</p>
          <p>{say('erase.elsewhere')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
