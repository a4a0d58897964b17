import { useEffect, useRef, type ReactNode } from 'react'
import type { Failure } from '../../../core/failure.ts'
import { sayFailure } from '../words.ts'
import css from './failure-note.module.css'
import { Icon } from './icon.tsx'

type FailureNoteProps = {
  readonly failure: Failure | null
  /** What is wrong where it was found by a look at the field alone, already in words. */
  readonly words?: string | null
  readonly id?: string
}

/**
 * Why something was refused and what to do, where it was asked; it comes into view, since what was asked may stand at
 * the lower edge. The empty box stays, so that it is said when filled.
 */
export const FailureNote = ({ failure, words = null, id }: FailureNoteProps): ReactNode => {
  const said = failure === null ? words : sayFailure(failure)
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(said)
  useEffect(() => {
    if (said !== null && said !== before.current) place.current?.scrollIntoView({ block: 'nearest' })
    before.current = said
  }, [said])
  return (
    <div ref={place} role="alert" id={id}>
      {said !== null && (
        <p className={css['note']}>
          <Icon name="alert" />
          <span className={css['words']}>{said}</span>
        </p>
      )}
    </div>
  )
}
