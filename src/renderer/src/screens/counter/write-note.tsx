import { useEffect, useRef, type ReactNode } from 'react'
import { addNote } from '../../actions/ticket-notes.ts'
import type { Note } from '../../../../core/ticket.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Field } from '../../parts/field.tsx'
import { SecretWarning } from '../../parts/secret-warning.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './write-note.module.css'

type WriteNoteProps = {
  readonly ticketId: string
  /** The note that is put right; null: a new one. */
  readonly corrects: Note | null
  readonly onDone: () => void
}

/** Where the text is kept until it is a note. */
export const notePlace = (ticketId: string, corrects: string): string => `${ticketId} ${corrects}`

/** A note; one that is there already is put right by another one, and both stay in the history. */
export const WriteNote = ({ ticketId, corrects, onDone }: WriteNoteProps): ReactNode => {
  const place = notePlace(ticketId, corrects?.id ?? '')
  const first = corrects?.text ?? ''
  const text = useStore(({ noteTexts }) => noteTexts[place]) ?? first
  const keep = useStore((store) => store.writeNoteText)
  const setText = (typed: string): void => {
    keep(place, typed)
  }
  const form = useRef<HTMLFormElement>(null)
  const { busy, failure, run } = useAction()
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const leave = (): void => {
    keep(place, null)
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
          if (text === first) leave()
        }}
        onType={setText}
      />
      <SecretWarning text={text} onClean={setText} />
      <div className={css['actions']}>
        <Button kind="secondary" icon="check" words={say('screen.note.save')} submit busy={busy} />
        <Button kind="quiet" words={say('screen.note.cancel')} onPress={leave} />
        <span className={css['hint']}>{say('screen.note.hint')}</span>
      </div>
      <FailureNote failure={failure} />
    </form>
  )
}
