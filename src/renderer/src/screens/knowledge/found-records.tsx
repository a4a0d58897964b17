import type { ReactElement } from 'react'
import type { KnowledgeView } from '../../../../contract/views.ts'
import { say, sayOr } from '../../words.ts'
import { hasWords } from './has-words.ts'
import type { Kind } from './kinds.ts'
import { CauseRecord, NoteRecord, StepRecord } from './records.tsx'

/** The records of one kind that hold all the words typed. */
export const foundRecords = (
  knowledge: KnowledgeView,
  kind: Kind,
  words: string,
): readonly ReactElement[] => {
  switch (kind) {
    case 'causes':
      return knowledge.causes
        .filter(({ title, about }) => hasWords(words, [title, about]))
        .map((cause) => <CauseRecord key={cause.id} cause={cause} fixes={knowledge.fixes} />)
    case 'fixes':
    case 'checks':
      return knowledge[kind]
        .filter(({ title, steps }) => hasWords(words, [title, ...steps]))
        .map((step) => <StepRecord key={step.id} step={step} />)
    case 'codes':
      return knowledge.codes
        .map((code) => ({ ...code, speaker: sayOr(`screen.service.${code.service}`, code.service) }))
        .filter(({ code, meaning, advice, speaker }) =>
          hasWords(words, [code, meaning, advice ?? '', speaker]),
        )
        .map(({ id, code, meaning, advice, speaker }) => (
          <NoteRecord
            key={id}
            title={`${code} · ${meaning}`}
            aside={speaker}
            text={advice ?? say('screen.knowledge.no-advice')}
          />
        ))
    case 'advice':
      return [
        ...knowledge.warnings.map((each) => ({ ...each, aside: say('screen.knowledge.warning') })),
        ...knowledge.advice.map((each) => ({ ...each, aside: say('screen.knowledge.tell') })),
      ]
        .filter(({ title, text, aside }) => hasWords(words, [title, text, aside]))
        .map(({ id, title, text, aside }) => <NoteRecord key={id} title={title} aside={aside} text={text} />)
    case 'packages':
      return knowledge.packages
        .filter(({ name, title, effect }) => hasWords(words, [name, title, effect]))
        .map(({ id, name, title, effect, matters }) => (
          <NoteRecord
            key={id}
            title={`${title} · ${name}`}
            aside={sayOr(`screen.matters.${matters}`, matters)}
            text={effect}
          />
        ))
  }
}
