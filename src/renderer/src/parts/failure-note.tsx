import type { ReactNode } from 'react'
import type { Failure } from '../../../core/failure.ts'
import { sayFailure } from '../words.ts'
import css from './failure-note.module.css'
import { Icon } from './icon.tsx'

type FailureNoteProps = { readonly failure: Failure | null; readonly id?: string }

/** Why something was refused and what to do, where it was asked. The empty box stays, so that it is said when filled. */
export const FailureNote = ({ failure, id }: FailureNoteProps): ReactNode => (
  <div role="alert" id={id}>
    {failure && (
      <p className={css['note']}>
        <Icon name="alert" />
        <span className={css['words']}>{sayFailure(failure)}</span>
      </p>
    )}
  </div>
)
