import { useState, type ReactNode } from 'react'
import type { ImportView } from '../../../../contract/safety-views.ts'
import { exportRecord, importRecord, tryImport } from '../../actions/safety.ts'
import { Button } from '../../parts/button.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import { SettingLine } from './setting-line.tsx'
import css from './settings.module.css'

/** Single lines that are worth showing before somebody decides. */
const SHOWN = 8

const bringsNothing = ({ counts: { added, changed } }: ImportView): boolean => added + changed === 0

const Report = ({ report }: { readonly report: ImportView }): ReactNode => (
  <>
    <p>{report.file}</p>
    <p>{say('import.counts', report.counts)}</p>
    <ul>
      {report.notes.slice(0, SHOWN).map(({ line, code, details }) => (
        <li key={line}>{say('import.note', { line, what: say(`import.line.${code}`, details) })}</li>
      ))}
    </ul>
    {report.notes.length > SHOWN && <p>{say('import.more', { count: report.notes.length - SHOWN })}</p>}
    {!report.isWhole && <p>{say('import.cut')}</p>}
    {bringsNothing(report) && <p>{say('import.nothing')}</p>}
  </>
)

/** The record as files, out of here and into here; nothing is brought in before it was said what that would do. */
export const ExportImport = (): ReactNode => {
  const [told, tell] = useState<string | null>(null)
  const [trial, setTrial] = useState<ImportView | null>(null)
  const { busy, failure, run } = useAction()
  const close = (): void => {
    setTrial(null)
  }
  const exportNow = async () => {
    tell(null)
    const answer = await exportRecord()
    if (answer.ok && answer.value) tell(say('export.done', { folder: answer.value.folder }))
    return answer
  }
  const tryNow = async () => {
    tell(null)
    const answer = await tryImport()
    if (answer.ok) setTrial(answer.value)
    return answer
  }
  const importNow = async () => {
    const answer = await importRecord()
    if (answer.ok) {
      setTrial(null)
      tell(say('import.done', answer.value.counts))
    }
    return answer
  }
  return (
    <SettingLine
      name={say('export.name')}
      note={say('export.note')}
      failure={<FailureNote failure={trial === null ? failure : null} />}
    >
      <div className={css['buttons']}>
        <Button
          words={say('export.now')}
          busy={busy}
          onPress={() => {
            run(exportNow)
          }}
        />
        <Button
          words={say('import.now')}
          busy={busy}
          onPress={() => {
            run(tryNow)
          }}
        />
      </div>
      <output>{told}</output>
      {trial && bringsNothing(trial) && (
        <Dialog
          title={say('import.title')}
          onClose={close}
          actions={<Button words={say('screen.close')} submit />}
        >
          <Report report={trial} />
        </Dialog>
      )}
      {trial && !bringsNothing(trial) && (
        <ConfirmDialog
          title={say('import.title')}
          yes={say('import.yes')}
          busy={busy}
          failure={failure}
          onYes={() => {
            run(importNow)
          }}
          onClose={close}
        >
          <Report report={trial} />
        </ConfirmDialog>
      )}
    </SettingLine>
  )
}
