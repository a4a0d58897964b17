import type { ReactNode } from 'react'
import type { KnowledgeView } from '../../../../contract/views.ts'
import { restsOn } from '../../../../core/knowledge/own/rests-on.ts'
import { removeOwn } from '../../actions/own-knowledge.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'

type RemoveOwnProps = {
  readonly record: KnowledgeView['own']['records'][number]
  readonly onClose: () => void
}

/** Asks once, and says what refers to it. */
export const RemoveOwn = ({ record, onClose }: RemoveOwnProps): ReactNode => {
  const { busy, failure, run } = useAction()
  const others = useStore(({ knowledge }) => knowledge?.own.records) ?? []
  const users = others.filter((other) => restsOn(other, record.id))
  const isFree = users.length === 0
  return (
    <Dialog
      title={say('own.remove.title', { title: record.title })}
      onClose={onClose}
      actions={
        <>
          <Button words={say(isFree ? 'own.cancel' : 'screen.close')} submit />
          {isFree && (
            <Button
              kind="danger"
              words={say('own.remove')}
              busy={busy}
              onPress={() => {
                run(async () => removeOwn(record.id, record.title))
              }}
            />
          )}
        </>
      }
    >
      <p>{say(isFree ? 'own.remove.what' : 'own.remove.used')}</p>
      <ul>
        {users.map(({ id, kind, title }) => (
          <li key={id}>{`${say(`own.kind.${kind}`)} “${title}”`}</li>
        ))}
      </ul>
      <FailureNote failure={failure} />
    </Dialog>
  )
}
