import type { ReactNode } from 'react'
import type { SafetyView } from '../../../../contract/safety-views.ts'
import { checkNow, chooseCopiesFolder, copyNow, keepCopies, useOwnFolder } from '../../actions/safety.ts'
import { shortTime } from '../../format.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useNow } from '../../parts/use-now.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { CopyList } from './copy-list.tsx'
import { ExportImport } from './export-import.tsx'
import { Forget } from './forget.tsx'
import { LongWork } from './long-work.tsx'
import { SettingLine } from './setting-line.tsx'
import css from './settings.module.css'

type Part = { readonly safety: SafetyView }

const LastCopy = ({ safety: { copies, working } }: Part): ReactNode => {
  const { busy, failure, run } = useAction()
  const now = useNow()
  const { last, isOld } = copies
  const isUnderWay = busy || working.some(({ kind }) => kind === 'copy')
  return (
    <SettingLine
      name={say('safety.last')}
      failure={
        <>
          {isOld && <p className={css['warning']}>{say('safety.old')}</p>}
          {copies.failure && <p className={css['warning']}>{say('safety.failed')}</p>}
          <FailureNote failure={failure ?? copies.failure} />
        </>
      }
    >
      <span>
        {last === null
          ? say('safety.never')
          : say('safety.last-at', { time: shortTime(last.at, now), tickets: last.tickets })}
      </span>
      {last && <p className={css['note']}>{last.file}</p>}
      <div className={css['buttons']}>
        <Button
          words={say('safety.copy-now')}
          icon="save"
          busy={isUnderWay}
          onPress={() => {
            run(copyNow)
          }}
        />
      </div>
    </SettingLine>
  )
}

const Folder = ({ safety: { copies } }: Part): ReactNode => {
  const { busy, failure, run } = useAction()
  return (
    <SettingLine
      name={say('safety.folder')}
      note={say('safety.folder-note', { isOwn: copies.isOwnFolder ? 'yes' : 'no' })}
      failure={<FailureNote failure={failure} />}
    >
      <span>{copies.folder}</span>
      <div className={css['buttons']}>
        <Button
          words={say('safety.choose-folder')}
          busy={busy}
          onPress={() => {
            run(chooseCopiesFolder)
          }}
        />
        {!copies.isOwnFolder && (
          <Button
            words={say('safety.own-folder')}
            kind="quiet"
            busy={busy}
            onPress={() => {
              run(useOwnFolder)
            }}
          />
        )}
      </div>
    </SettingLine>
  )
}

/** How many a shop may want; what it has set otherwise stands among them. */
const USUAL = [7, 14, 30, 90]

const Kept = ({ safety: { copies } }: Part): ReactNode => {
  const { failure, run } = useAction()
  const counts = [...new Set([...USUAL, copies.kept])].toSorted((one, other) => one - other)
  return (
    <SettingLine
      name={say('safety.kept')}
      note={say('safety.kept-note')}
      failure={<FailureNote failure={failure} />}
    >
      <select
        className={css['select']}
        aria-label={say('safety.kept')}
        value={copies.kept}
        onChange={({ target }) => {
          run(async () => keepCopies(Number(target.value)))
        }}
      >
        {counts.map((count) => (
          <option key={count} value={count}>
            {say('safety.kept-count', { count })}
          </option>
        ))}
      </select>
    </SettingLine>
  )
}

const Check = ({ safety: { check, working } }: Part): ReactNode => {
  const { busy, failure, run } = useAction()
  const now = useNow()
  return (
    <SettingLine
      name={say('safety.check')}
      failure={<FailureNote failure={failure ?? check?.failure ?? null} />}
    >
      {check === null && <span>{say('safety.check-none')}</span>}
      {check?.failure === null && (
        <span>{say('safety.check-fine', { time: shortTime(check.at, now), tickets: check.tickets })}</span>
      )}
      <div className={css['buttons']}>
        <Button
          words={say('safety.check-now')}
          busy={busy || working.some(({ kind }) => kind === 'check')}
          onPress={() => {
            run(checkNow)
          }}
        />
      </div>
    </SettingLine>
  )
}

/** That the record is copied, where to, and what to do when it is not. */
export const RecordSafety = (): ReactNode => {
  const safety = useStore((store) => store.safety)
  if (!safety) return null
  return (
    <section aria-label={say('safety.name')}>
      <h3 className={css['heading']}>{say('safety.name')}</h3>
      <LongWork working={safety.working} />
      <LastCopy safety={safety} />
      <Folder safety={safety} />
      <Kept safety={safety} />
      <Forget safety={safety} />
      <CopyList safety={safety} />
      <Check safety={safety} />
      <ExportImport />
    </section>
  )
}
