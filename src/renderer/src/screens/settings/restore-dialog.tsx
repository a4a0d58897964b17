import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import type { ComparisonView, CopyView } from '../../../../contract/safety-views.ts'
import { flushDraft } from '../../actions/draft.ts'
import { compareCopy, restoreCopy } from '../../actions/safety.ts'
import { fullTime } from '../../format.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'

type RestoreDialogProps = { readonly copy: CopyView; readonly onClose: () => void }

const Lost = ({ lost }: Pick<ComparisonView, 'lost'>): ReactNode => {
  if (lost === null) return <p>{say('safety.restore.unknown')}</p>
  const { tickets, numbers, changed } = lost
  const more = numbers.length < tickets ? ' …' : ''
  return (
    <>
      <p>
        {say('safety.restore.lost', {
          tickets,
          numbers: numbers.length === 0 ? 'none' : `${numbers.join(', ')}${more}`,
        })}
      </p>
      {changed > 0 && <p>{say('safety.restore.changed', { changed })}</p>}
    </>
  )
}

/** What putting a copy back would take away, before it is done. */
export const RestoreDialog = ({ copy, onClose }: RestoreDialogProps): ReactNode => {
  const [comparison, setComparison] = useState<ComparisonView | null>(null)
  const { busy, failure, run } = useAction()
  const compare = useEffectEvent((file: string) => {
    run(async () => {
      const answer = await compareCopy(file)
      if (answer.ok) setComparison(answer.value)
      return answer
    })
  })
  useEffect(() => {
    compare(copy.file)
  }, [copy.file])
  return (
    <ConfirmDialog
      title={say('safety.restore.title')}
      yes={say('safety.restore.yes')}
      busy={busy || comparison === null}
      failure={failure}
      onYes={() => {
        flushDraft()
        run(async () => restoreCopy(copy.file))
      }}
      onClose={onClose}
    >
      <p>{say('safety.restore.copy', { time: fullTime(copy.at), tickets: copy.tickets ?? 0 })}</p>
      {comparison && <Lost lost={comparison.lost} />}
      <p>{say('safety.restore.kept')}</p>
    </ConfirmDialog>
  )
}
