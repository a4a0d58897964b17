import type { ReactElement } from 'react'
import type { KnowledgeView } from '../../../../contract/views.ts'
import { say, sayOr } from '../../words.ts'
import type { Kind } from './kinds.ts'
import type { Matching } from './matching.ts'
import { OwnRecordRow } from './own-record-row.tsx'
import { CauseRecord, NoteRecord, StepRecord, SymptomRecord } from './records.tsx'

/** The records of one kind that were found. */
export const foundRecords = (
  knowledge: KnowledgeView,
  found: Matching,
  kind: Kind,
): readonly ReactElement[] => {
  switch (kind) {
    case 'causes':
      return found.causes.map((cause) => <CauseRecord key={cause.id} cause={cause} knowledge={knowledge} />)
    case 'fixes':
    case 'checks':
      return found[kind].map((step) => <StepRecord key={step.id} step={step} knowledge={knowledge} />)
    case 'symptoms':
      return found.symptoms.map((symptom) => <SymptomRecord key={symptom.id} symptom={symptom} />)
    case 'codes':
      return found.codes.map(({ id, code, meaning, advice, speaker }) => (
        <NoteRecord
          key={id}
          title={`${code} · ${meaning}`}
          aside={speaker}
          text={advice ?? say('screen.knowledge.no-advice')}
        />
      ))
    case 'advice':
      return found.advice.map(({ id, title, text, aside }) => (
        <NoteRecord key={id} title={title} aside={aside} text={text} />
      ))
    case 'packages':
      return found.packages.map(({ id, name, title, effect, matters }) => (
        <NoteRecord
          key={id}
          title={`${title} · ${name}`}
          aside={sayOr(`screen.matters.${matters}`, matters)}
          text={effect}
        />
      ))
    case 'own':
      return found.own.map((record) => <OwnRecordRow key={record.id} record={record} knowledge={knowledge} />)
  }
}
