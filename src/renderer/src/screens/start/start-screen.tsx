import { useState, type ReactNode } from 'react'
import type { CopyView, StartView } from '../../../../contract/safety-views.ts'
import { chooseDataFolder, keepDamaged, restoreAtStart, tryAgain } from '../../actions/safety.ts'
import { Bar } from '../../parts/bar.tsx'
import { Button } from '../../parts/button.tsx'
import { canBePutBack, CopyLine } from '../../parts/copy-line.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction, type Action } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './start-screen.module.css'

type Trouble = Extract<StartView, { state: 'trouble' }>

const Working = ({ work }: Extract<StartView, { state: 'working' }>): ReactNode => (
  <output className={css['working']}>
    <h1 className={css['title']}>{say('start.wait')}</h1>
    <p>{say(`safety.working.${work.kind}`)}</p>
    <Bar share={work.part} />
  </output>
)

type ListProps = {
  readonly copies: readonly CopyView[]
  /** The one that is to be put back, where that is the thing to do. */
  readonly best: CopyView | undefined
  readonly action: Action
}

const Copies = ({ copies, best, action: { busy, run } }: ListProps): ReactNode => (
  <section aria-label={say('start.copies')}>
    <h2 className={css['subtitle']}>{say('start.copies')}</h2>
    {copies.length === 0 && <p className={css['note']}>{say('start.no-copies')}</p>}
    <ul className={css['list']}>
      {copies.map((copy) => (
        <CopyLine key={copy.file} copy={copy}>
          {canBePutBack(copy) && (
            <Button
              kind={copy === best ? 'primary' : 'secondary'}
              words={say('start.restore')}
              busy={busy}
              onPress={() => {
                run(async () => restoreAtStart(copy.file))
              }}
            />
          )}
        </CopyLine>
      ))}
    </ul>
  </section>
)

/** What is wrong with the record, where it is, and every way out; of a damaged one the latest copy is the way. */
const InTrouble = ({ failure, folder, copies }: Trouble): ReactNode => {
  const action = useAction()
  const [kept, setKept] = useState<string | null>(null)
  const { busy, run } = action
  const isDamaged = failure.code === 'record.damaged' || failure.code === 'record.changed'
  const best = isDamaged ? copies.find(canBePutBack) : undefined
  const keep = async () => {
    const answer = await keepDamaged()
    if (answer.ok) setKept(answer.value.file)
    return answer
  }
  return (
    <>
      <h1 className={css['title']}>{say('start.title')}</h1>
      <FailureNote failure={failure} />
      <p>{say('start.nothing-lost')}</p>
      <p className={css['note']}>
        {say('start.folder')}: <span className={css['folder']}>{folder}</span>
      </p>
      <div className={css['ways']}>
        <Button
          words={say('start.again')}
          kind={best ? 'secondary' : 'primary'}
          icon="refresh"
          busy={busy}
          onPress={() => {
            run(tryAgain)
          }}
        />
        <Button
          words={say('start.choose-folder')}
          icon="open"
          hint={say('start.choose-folder-note')}
          busy={busy}
          onPress={() => {
            run(chooseDataFolder)
          }}
        />
        {isDamaged && (
          <Button
            words={say('start.keep-damaged')}
            icon="save"
            busy={busy}
            onPress={() => {
              run(keep)
            }}
          />
        )}
      </div>
      <output>{kept !== null && <p>{say('start.kept-damaged', { file: kept })}</p>}</output>
      <FailureNote failure={action.failure} />
      <Copies copies={copies} best={best} action={action} />
    </>
  )
}

/** In place of the desk while there is no record: a crash would say nothing, and leave nothing to do. */
export const StartScreen = ({
  start,
}: {
  readonly start: Exclude<StartView, { state: 'open' }>
}): ReactNode => (
  <main className={css['place']}>
    <div className={css['sheet']}>
      {start.state === 'working' ? <Working {...start} /> : <InTrouble {...start} />}
    </div>
  </main>
)
