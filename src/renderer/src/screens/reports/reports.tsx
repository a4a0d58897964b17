import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { loadLearning } from '../../actions/learning.ts'
import { loadReport, saveReport, stopReport } from '../../actions/report.ts'
import { Button } from '../../parts/button.tsx'
import { Choice } from '../../parts/choice.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAction } from '../../parts/use-action.ts'
import type { Failure } from '../../../../core/failure.ts'
import { unattended } from '../../desk.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { AdviceHeld } from './advice-held.tsx'
import { Fixes } from './fixes.tsx'
import { Learnt } from './learnt.tsx'
import { RangeChooser } from './range-chooser.tsx'
import { FIRST_CHOSEN, rangeOf, type Chosen } from './range.ts'
import css from './reports.module.css'
import { Work } from './work.tsx'

const SECTIONS = ['work', 'fixes', 'learnt', 'held'] as const
type Section = (typeof SECTIONS)[number]

/** Counted anew for each range that is chosen; a newer choice needs no older answer. */
const useReport = (chosen: Chosen): Failure | null => {
  const [failure, setFailure] = useState<Failure | null>(null)
  const { span, first, last } = chosen
  useEffect(() => {
    const load = async (): Promise<void> => {
      const answer = await loadReport(rangeOf({ span, first, last }, new Date()))
      setFailure(answer.ok ? null : answer.failure)
    }
    unattended(load())
  }, [span, first, last])
  return failure
}

const Counting = (): ReactNode => {
  const counting = useStore((store) => store.counting)
  const { run } = useAction()
  if (counting === null) return null
  return (
    <output className={css['counting']}>
      {say('report.counting', { percent: Math.floor(counting * 100) })}
      <Button
        kind="quiet"
        words={say('report.stop')}
        onPress={() => {
          run(stopReport)
        }}
      />
    </output>
  )
}

type CountedProps = { readonly section: 'work' | 'fixes'; readonly chosen: Chosen }

const Counted = ({ section, chosen }: CountedProps): ReactNode => {
  const report = useStore((store) => store.report)
  const failure = useReport(chosen)
  return (
    <Panel
      name={say(`report.section.${section}`)}
      note={
        <>
          {report && say('report.closed', { closed: report.closed, fixed: report.results.fixed })}{' '}
          <Counting />
        </>
      }
      size="grows"
      textOnly
    >
      {failure?.code === 'work.stopped' ? (
        <p className={css['notes']}>{say('report.stopped')}</p>
      ) : (
        <FailureNote failure={failure} />
      )}
      {report && (section === 'work' ? <Work report={report} /> : <Fixes report={report} />)}
    </Panel>
  )
}

const OfLearning = ({ section }: { readonly section: 'learnt' | 'held' }): ReactNode => {
  const learning = useStore((store) => store.learning)
  const { failure, run } = useAction()
  const load = useEffectEvent(() => {
    run(loadLearning)
  })
  // Once a visit: changes are pushed.
  useEffect(() => {
    load()
  }, [])
  if (learning === null) return <FailureNote failure={failure} />
  return section === 'learnt' ? (
    <Learnt learning={learning} />
  ) : (
    <AdviceHeld calibration={learning.calibration} />
  )
}

/** What the record tells about the shop's work. */
export const Reports = (): ReactNode => {
  const [section, choose] = useState<Section>('work')
  const [chosen, chooseRange] = useState(FIRST_CHOSEN)
  const { failure, run } = useAction()
  const isCounted = section === 'work' || section === 'fixes'
  return (
    <>
      <div className={css['sections']}>
        <Choice
          name={say('report.section')}
          options={SECTIONS.map((value) => ({ value, words: say(`report.section.${value}`) }))}
          chosen={section}
          onChoose={choose}
        />
        {isCounted && <RangeChooser chosen={chosen} onChoose={chooseRange} />}
        <div className={css['outputs']}>
          {isCounted && (
            <Button
              words={say('report.csv')}
              icon="save"
              iconOnly
              onPress={() => {
                run(async () => saveReport(rangeOf(chosen, new Date())))
              }}
            />
          )}
          <Button
            words={say('report.print')}
            icon="print"
            iconOnly
            onPress={() => {
              window.print()
            }}
          />
        </div>
      </div>
      <FailureNote failure={failure} />
      {isCounted ? <Counted section={section} chosen={chosen} /> : <OfLearning section={section} />}
    </>
  )
}
