import type { ReactNode } from 'react'
import type { KnowledgeView } from '../../../../contract/views.ts'
import type { BrowsedStep } from '../../../../core/knowledge/view.ts'
import { aboutMinutes } from '../../format.ts'
import { Icon } from '../../parts/icon.tsx'
import { OwnMark } from '../../parts/own-mark.tsx'
import { say, sayOr } from '../../words.ts'
import css from './knowledge.module.css'
import { OwnActions } from './own-actions.tsx'

type RecordProps = {
  readonly title: string
  readonly aside: string
  /** Where it may be one of the shop's own. */
  readonly id?: string
  readonly children: ReactNode
}

export const Record = ({ title, aside, id, children }: RecordProps): ReactNode => (
  <li className={css['record']}>
    <details>
      <summary className={css['summary']}>
        <Icon name="right" />
        <span className={css['title']}>
          {title} {id !== undefined && <OwnMark id={id} />}
        </span>
        <span className={css['aside']}>{aside}</span>
      </summary>
      <div className={css['body']}>
        {children}
        {id !== undefined && <OwnActions id={id} />}
      </div>
    </details>
  </li>
)

type NamesProps = { readonly lead: string; readonly names: readonly string[] }

const Names = ({ lead, names }: NamesProps): ReactNode =>
  names.length > 0 && (
    <>
      <p className={css['lead']}>{lead}</p>
      <ul className={css['names']}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  )

type Titled = { readonly id: string; readonly title: string }

const titlesOf = (ids: readonly string[], records: readonly Titled[]): readonly string[] =>
  ids.map((id) => records.find((record) => record.id === id)?.title ?? id)

type CauseRecordProps = {
  readonly cause: KnowledgeView['causes'][number]
  readonly knowledge: KnowledgeView
  readonly aside?: string
}

export const CauseRecord = ({ cause, knowledge, aside }: CauseRecordProps): ReactNode => (
  <Record
    id={cause.id}
    title={cause.title}
    aside={aside ?? sayOr(`screen.trust.${cause.trust}`, cause.trust)}
  >
    <p>{cause.about}</p>
    <Names lead={say('screen.knowledge.shows-as')} names={titlesOf(cause.symptoms, knowledge.symptoms)} />
    <Names lead={say('screen.knowledge.fixed-by')} names={titlesOf(cause.fixes, knowledge.fixes)} />
  </Record>
)

type StepRecordProps = {
  readonly step: BrowsedStep
  readonly knowledge: KnowledgeView
  readonly aside?: string
}

export const StepRecord = ({ step, knowledge, aside }: StepRecordProps): ReactNode => (
  <Record id={step.id} title={step.title} aside={aside ?? aboutMinutes(step.minutes)}>
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
    <Names
      lead={say('screen.knowledge.removes')}
      names={knowledge.causes.filter(({ fixes }) => fixes.includes(step.id)).map(({ title }) => title)}
    />
  </Record>
)

type NoteRecordProps = { readonly title: string; readonly aside: string; readonly text: string }

export const NoteRecord = ({ title, aside, text }: NoteRecordProps): ReactNode => (
  <Record title={title} aside={aside}>
    <p>{text}</p>
  </Record>
)

type SymptomRecordProps = { readonly symptom: KnowledgeView['symptoms'][number] }

export const SymptomRecord = ({ symptom: { id, title, said, covers } }: SymptomRecordProps): ReactNode => (
  <Record id={id} title={title} aside={covers.join(' ')}>
    {said !== '' && (
      <>
        <p className={css['lead']}>{say('screen.knowledge.heard-as')}</p>
        <p className={css['said']}>{said.replaceAll('*', '…')}</p>
      </>
    )}
  </Record>
)
