import type { ReactNode } from 'react'
import type { KnowledgeView } from '../../../../contract/views.ts'
import { say } from '../../words.ts'
import css from './knowledge.module.css'
import { CauseRecord, Record, StepRecord } from './records.tsx'

type OwnRecordRowProps = {
  readonly record: KnowledgeView['own']['records'][number]
  readonly knowledge: KnowledgeView
}

/** One of the shop's own records, among the others of its own. */
export const OwnRecordRow = ({ record, knowledge }: OwnRecordRowProps): ReactNode => {
  switch (record.kind) {
    case 'message':
      return (
        <Record id={record.id} title={record.title} aside={say('own.kind.message')}>
          <p className={css['lead']}>{say('screen.knowledge.heard-as')}</p>
          <ul className={css['names']}>
            {record.phrases.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </Record>
      )
    case 'cause': {
      const cause = knowledge.causes.find(({ id }) => id === record.id)
      return cause && <CauseRecord cause={cause} knowledge={knowledge} aside={say('own.kind.cause')} />
    }
    case 'check': {
      const step = knowledge.checks.find(({ id }) => id === record.id)
      return step && <StepRecord step={step} knowledge={knowledge} aside={say('own.kind.check')} />
    }
    case 'fix': {
      const step = knowledge.fixes.find(({ id }) => id === record.id)
      return step && <StepRecord step={step} knowledge={knowledge} aside={say('own.kind.fix')} />
    }
  }
}
