import { useEffect, useState, type ReactNode } from 'react'
import type { CopyView, SafetyView } from '../../../../contract/safety-views.ts'
import type { Answer } from '../../../../core/failure.ts'
import { listCopies, removeCopy } from '../../actions/safety.ts'
import { fullTime } from '../../format.ts'
import { Button } from '../../parts/button.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { canBePutBack, CopyLine } from '../../parts/copy-line.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './copy-list.module.css'
import { RestoreDialog } from './restore-dialog.tsx'
import { SettingLine } from './setting-line.tsx'

type Asked = { readonly copy: CopyView; readonly what: 'restore' | 'remove' }

/** Every copy that there is, when it is of, and how much is in it. */
export const CopyList = ({ safety }: { readonly safety: SafetyView }): ReactNode => {
  const [copies, setCopies] = useState<readonly CopyView[] | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { busy, failure, run } = useAction()
  const land = (answer: Answer<readonly CopyView[]>): Answer<unknown> => {
    if (answer.ok) setCopies(answer.value)
    return answer
  }
  const close = (): void => {
    setAsked(null)
  }
  const { folder, last } = safety.copies
  useEffect(() => {
    run(async () => land(await listCopies()))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked again when there is one more, or another folder
  }, [folder, last?.at])
  return (
    <SettingLine name={say('safety.copies')} failure={<FailureNote failure={failure} />}>
      {copies?.length === 0 && <span>{say('safety.copies-none')}</span>}
      <ul className={css['list']}>
        {copies?.map((copy) => (
          <CopyLine key={copy.file} copy={copy}>
            {canBePutBack(copy) && (
              <Button
                words={say('safety.restore')}
                kind="quiet"
                onPress={() => {
                  setAsked({ copy, what: 'restore' })
                }}
              />
            )}
            <Button
              words={say('safety.remove')}
              kind="quiet"
              onPress={() => {
                setAsked({ copy, what: 'remove' })
              }}
            />
          </CopyLine>
        ))}
      </ul>
      {asked?.what === 'restore' && <RestoreDialog copy={asked.copy} onClose={close} />}
      {asked?.what === 'remove' && (
        <ConfirmDialog
          title={say('safety.remove.title')}
          yes={say('safety.remove.yes')}
          isLoss
          busy={busy}
          failure={null}
          onYes={() => {
            close()
            run(async () => land(await removeCopy(asked.copy.file)))
          }}
          onClose={close}
        >
          <p>{fullTime(asked.copy.at)}</p>
          <p>{say('safety.remove.words')}</p>
        </ConfirmDialog>
      )}
    </SettingLine>
  )
}
