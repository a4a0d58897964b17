import { useState, type ReactNode } from 'react'
import { saveRecording } from '../../actions/recordings.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'

const HOLDS = ['phone', 'state', 'account'] as const

type AskProps = { readonly phoneKey: string; readonly onClose: () => void }

/** What is in the file and what is not, before a place for it is chosen. */
const Ask = ({ phoneKey, onClose }: AskProps): ReactNode => {
  const { busy, failure, run } = useAction()
  const save = async () => {
    const answer = await saveRecording(phoneKey)
    if (answer.ok && answer.value.name !== null) onClose()
    return answer
  }
  return (
    <Dialog
      title={say('recording.save')}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            icon="save"
            words={say('recording.save-go')}
            busy={busy}
            onPress={() => {
              run(save)
            }}
          />
          <Button words={say('recording.cancel')} submit />
        </>
      }
    >
      <p>{say('recording.holds')}</p>
      <ul>
        {HOLDS.map((part) => (
          <li key={part}>{say(`recording.holds.${part}`)}</li>
        ))}
      </ul>
      <p>{say('recording.holds-not')}</p>
      <p>{say('recording.give')}</p>
      <FailureNote failure={failure} />
    </Dialog>
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
