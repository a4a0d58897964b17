import { useState, type ReactNode } from 'react'
import type { OwnTrialView } from '../../../../contract/views.ts'
import { importOwn, tryImportOwn } from '../../actions/own-knowledge.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'

const PARTS = ['added', 'changed', 'same'] as const

type AskProps = { readonly trial: OwnTrialView; readonly onClose: () => void }

/** What the file would bring, before anything is written. */
const Ask = ({ trial, onClose }: AskProps): ReactNode => {
  const { busy, failure, run } = useAction()
  const comes = trial.added.length + trial.changed.length
  const isEmpty = comes + trial.same.length === 0
  return (
    <Dialog
      title={say('own.import.title', { name: trial.name })}
      onClose={onClose}
      actions={
        <>
          {comes > 0 && (
            <Button
              kind="primary"
              words={say('own.import.go', { changed: trial.changed.length })}
              busy={busy}
              onPress={() => {
                run(async () => {
                  const answer = await importOwn()
                  if (answer.ok) onClose()
                  return answer
                })
              }}
            />
          )}
          <Button words={say(comes > 0 ? 'own.cancel' : 'screen.close')} submit />
        </>
      }
    >
      {PARTS.filter((part) => trial[part].length > 0).map((part) => (
        <div key={part}>
          <p>{say(`own.import.${part}`, { count: trial[part].length })}</p>
          <ul>
            {trial[part].map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </div>
      ))}
      {comes === 0 && <p>{say(isEmpty ? 'own.import.empty' : 'own.import.nothing')}</p>}
      {comes > 0 && <p>{say('own.import.note')}</p>}
      <FailureNote failure={failure} />
    </Dialog>
  )
}

/** Another counter's own knowledge, out of a file. */
export const ImportOwn = (): ReactNode => {
  const [trial, setTrial] = useState<OwnTrialView | null>(null)
  const { busy, failure, run } = useAction()
  return (
    <>
      <Button
        kind="quiet"
        icon="open"
        words={say('own.import')}
        busy={busy}
        onPress={() => {
          run(async () => {
            const answer = await tryImportOwn()
            if (answer.ok) setTrial(answer.value)
            return answer
          })
        }}
      />
      <FailureNote failure={failure} />
      {trial !== null && (
        <Ask
          trial={trial}
          onClose={() => {
            setTrial(null)
          }}
        />
      )}
    </>
  )
}
