import type { ReactNode } from 'react'
import type { KnowledgeView } from '../../../../contract/views.ts'
import type { BrowsedStep } from '../../../../core/knowledge/view.ts'
import { aboutMinutes } from '../../format.ts'
import { Icon } from '../../parts/icon.tsx'
import { say, sayOr } from '../../words.ts'
import css from './knowledge.module.css'

type RecordProps = { readonly title: string; readonly aside: string; readonly children: ReactNode }

const Record = ({ title, aside, children }: RecordProps): ReactNode => (
  <li className={css['record']}>
    <details>
      <summary className={css['summary']}>
        <Icon name="right" />
        <span className={css['title']}>{title}</span>
        <span className={css['aside']}>{aside}</span>
      </summary>
      <div className={css['body']}>{children}</div>
    </details>
  </li>
)

type CauseRecordProps = {
  readonly cause: KnowledgeView['causes'][number]
  readonly fixes: readonly BrowsedStep[]
}

export const CauseRecord = ({ cause, fixes }: CauseRecordProps): ReactNode => (
  <Record title={cause.title} aside={sayOr(`screen.trust.${cause.trust}`, cause.trust)}>
    <p>{cause.about}</p>
    {cause.fixes.length > 0 && (
      <>
        <p className={css['lead']}>{say('screen.knowledge.fixed-by')}</p>
        <ul className={css['names']}>
          {cause.fixes.map((id) => (
            <li key={id}>{fixes.find((fix) => fix.id === id)?.title ?? id}</li>
          ))}
        </ul>
      </>
    )}
  </Record>
)

export const StepRecord = ({ step }: { readonly step: BrowsedStep }): ReactNode => (
  <Record title={step.title} aside={aboutMinutes(step.minutes)}>
    {step.caution !== null && (
      <p className={css['caution']}>
        <Icon name="shield" />
        <span>{step.caution}</span>
      </p>
    )}
    <ol className={css['steps']}>
      {step.steps.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ol>
  </Record>
)

type NoteRecordProps = { readonly title: string; readonly aside: string; readonly text: string }

export const NoteRecord = ({ title, aside, text }: NoteRecordProps): ReactNode => (
  <Record title={title} aside={aside}>
    <p>{text}</p>
  </Record>
)
