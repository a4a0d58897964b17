import { useEffect, useRef, type ReactNode } from 'react'
import { addNote } from '../../actions/ticket-notes.ts'
import { looksSecret } from '../../../../core/secrets/looks-secret.ts'
import type { Note } from '../../../../core/ticket.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Field } from '../../parts/field.tsx'
import { SecretWarning } from '../../parts/secret-warning.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTyping } from '../../parts/use-typing.ts'
import { noteForm } from '../../store/typing.ts'
import { say } from '../../words.ts'
import css from './write-note.module.css'

type WriteNoteProps = {
  readonly ticketId: string
  /** The note that is put right; null: a new one. */
  readonly corrects: Note | null
  /** Asks whether what the note says is to be erased. */
  readonly onErase: () => void
  readonly onDone: () => void
}

/** A note; one that is there already is put right by another one, and both stay in the history. */
export const WriteNote = ({ ticketId, corrects, onErase, onDone }: WriteNoteProps): ReactNode => {
  const note = useTyping(ticketId, noteForm(corrects?.id ?? ''), { text: corrects?.text ?? '' })
  const { text } = note.form
  const setText = (typed: string): void => {
    note.type({ text: typed })
  }
  // What is taken out of a note that was kept stands in the history all the same.
  const isSecret =
    corrects !== null &&
    [corrects, ...corrects.before].some((written) => looksSecret(written.text ?? '').length > 0)
  const form = useRef<HTMLFormElement>(null)
  const { busy, failure, run } = useAction()
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const leave = (): void => {
    note.forget()
    onDone()
  }
  return (
    <form
      ref={form}
      className={css['note']}
      onSubmit={(event) => {
        event.preventDefault()
        run(async () => {
          const answer = await addNote(ticketId, text, corrects?.id ?? null)
          if (answer.ok) leave()
          return answer
        })
      }}
    >
      <Field
        label={say(corrects === null ? 'screen.note.new' : 'screen.note.correct')}
        kind="brief"
        value={text}
        failure={null}
        onLeave={() => undefined}
        onEscape={() => {
          // What was typed is thrown away by its own button alone.
          if (!note.isTyped) leave()
        }}
        onType={setText}
      />
      <SecretWarning text={text} onClean={setText} />
      {isSecret && (
        <p className={css['erase']}>
          <span className={css['hint']}>{say('erase.note.why')}</span>
          <Button kind="quiet" words={say('erase.note.offer')} onPress={onErase} />
        </p>
      )}
      <div className={css['actions']}>
        <Button kind="secondary" icon="check" words={say('screen.note.save')} submit busy={busy} />
        <Button kind="quiet" words={say('screen.note.cancel')} onPress={leave} />
        <span className={css['hint']}>{say('screen.note.hint')}</span>
      </div>
      <FailureNote failure={failure} />
    </form>
  )
}
