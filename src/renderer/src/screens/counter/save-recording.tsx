import { useEffect, useRef, useState, type ReactNode } from 'react'
import { saveRecording } from '../../actions/recordings.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from '../../parts/dialog.module.css'

const HOLDS = ['phone', 'state', 'account'] as const

type AskProps = { readonly phoneKey: string; readonly onClose: () => void }

/** What is in the file and what is not, before a place for it is chosen. */
const Ask = ({ phoneKey, onClose }: AskProps): ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null)
  const { busy, failure, run } = useAction()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={css['dialog']} aria-labelledby="recording-title" onClose={onClose}>
      <h2 id="recording-title" className={css['title']}>
        {say('recording.save')}
      </h2>
      <p>{say('recording.holds')}</p>
      <ul className={css['list']}>
        {HOLDS.map((part) => (
          <li key={part}>{say(`recording.holds.${part}`)}</li>
        ))}
      </ul>
      <p>{say('recording.holds-not')}</p>
      <p>{say('recording.give')}</p>
      <FailureNote failure={failure} />
      <form method="dialog" className={css['actions']}>
        <Button
          kind="primary"
          icon="save"
          words={say('recording.save-go')}
          busy={busy}
          onPress={() => {
            run(async () => {
              const answer = await saveRecording(phoneKey)
              if (answer.ok && answer.value.name !== null) dialog.current?.close()
              return answer
            })
          }}
        />
        <Button words={say('recording.cancel')} submit />
      </form>
    </dialog>
  )
}

/** For a phone that was read to its end: a file that can be played back in its place. */
export const SaveRecording = ({ phoneKey }: { readonly phoneKey: string }): ReactNode => {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        kind="quiet"
        icon="save"
        iconOnly
        words={say('recording.save')}
        shortcut="s"
        onPress={() => {
          setAsking(true)
        }}
      />
      {asking && (
        <Ask
          phoneKey={phoneKey}
          onClose={() => {
            setAsking(false)
          }}
        />
      )}
    </>
  )
}
