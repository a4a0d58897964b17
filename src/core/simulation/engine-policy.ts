import { optionsOf } from '../diagnosis/course.ts'
import { decide, type Decision } from '../diagnosis/decide.ts'
import { judge, type Known } from '../diagnosis/judge.ts'
import { modelOf } from '../diagnosis/model.ts'
import type { Finding } from '../diagnosis/network.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { openedIn, type Move, type Policy, type Seen } from './play.ts'

const leaksOf = (knowledge: Knowledge): ReadonlyMap<string, number> =>
  new Map([
    ...knowledge.signs.map(({ id, leak }) => [`sign:${id}`, leak] as const),
    ...knowledge.symptoms.map(({ id, leak }) => [`symptom:${id}`, leak] as const),
    ...knowledge.checks.map(({ id, leak }) => [`check:${id}`, leak] as const),
  ])

const moveOf = (decision: Decision): Move => {
  switch (decision.kind) {
    case 'check':
      return { kind: 'check', check: decision.worth.option.check }
    case 'fix': {
      const [first] = decision.fixes.steps
      return first === undefined
        ? { kind: 'refer' }
        : { kind: 'fix', fixes: optionsOf(first).map(({ fix }) => fix) }
    }
    case 'locked':
    case 'refer':
      return { kind: 'refer' }
  }
}

const leaks = new WeakMap<Knowledge, ReadonlyMap<string, number>>()
const knownLeaks = (knowledge: Knowledge): ReadonlyMap<string, number> => {
  const known = leaks.get(knowledge)
  if (known !== undefined) return known
  const made = leaksOf(knowledge)
  leaks.set(knowledge, made)
  return made
}

/** What was seen, weighed as a knowledge base weighs it. */
export const findingsOf = (
  knowledge: Knowledge,
  { intake, answers }: Pick<Seen, 'intake' | 'answers'>,
): readonly Finding[] => {
  const leak = knownLeaks(knowledge)
  const { strengths } = modelOf(knowledge)
  return [
    ...intake.evidence,
    ...answers.map(({ check, fails }) => ({ item: `check:${check.id}` as const, holds: fails })),
  ].map(({ item, holds }) => ({ holds, leak: leak.get(item) ?? 0, strengths: strengths(item) }))
}

/** The engine at work with its own knowledge, right or wrong: the judgement and the choice that the counter gets. */
export const enginePolicy = (knowledge: Knowledge): Policy => {
  const model = modelOf(knowledge)
  const causeBySign = new Map<string, number>(
    knowledge.signs.flatMap(({ id, finds }) => {
      const cause = knowledge.causes.findIndex((each) => each.id === finds)
      return cause < 0 ? [] : [[`sign:${id}`, cause] as const]
    }),
  )
  return ({ intake, answers, failed }: Seen): Move => {
    const asked = new Set(answers.map(({ check }) => check.id))
    const known: Known = {
      findings: findingsOf(knowledge, { intake, answers }),
      found: [
        ...new Set(
          intake.evidence.flatMap(({ item, holds }) => (holds ? (causeBySign.get(item) ?? []) : [])),
        ),
      ],
      // By id: the truth may be another knowledge base with the same records.
      failed: failed.map((fix) => ({ fixes: [fix], trial: { removes: model.removes(fix) } })),
      worked: null,
      opened: openedIn({ answers, failed }),
      isAnswered: ({ id, settledBy }) => asked.has(id) || (intake.readable && settledBy.length > 0),
    }
    const { choices } = judge(known, knowledge)
    return choices === null ? { kind: 'refer' } : moveOf(decide(choices))
  }
}
