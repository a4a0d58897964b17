import { decide, type Decision } from '../diagnosis/decide.ts'
import { judge, type Known } from '../diagnosis/judge.ts'
import { modelOf } from '../diagnosis/model.ts'
import type { Finding } from '../diagnosis/network.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Move, Policy, Seen } from './play.ts'

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
      return first === undefined ? { kind: 'refer' } : { kind: 'fix', fix: first.option.fix }
    }
    case 'locked':
    case 'refer':
      return { kind: 'refer' }
  }
}

/** The engine at work with its own knowledge, right or wrong: the judgement and the choice that the counter gets. */
export const enginePolicy = (knowledge: Knowledge): Policy => {
  const model = modelOf(knowledge)
  const leaks = leaksOf(knowledge)
  const findingOf = (item: string, holds: boolean): Finding => ({
    holds,
    leak: leaks.get(item) ?? 0,
    strengths: model.strengths(item),
  })
  const causeBySign = new Map<string, number>(
    knowledge.signs.flatMap(({ id, finds }) => {
      const cause = knowledge.causes.findIndex((each) => each.id === finds)
      return cause < 0 ? [] : [[`sign:${id}`, cause] as const]
    }),
  )
  return ({ intake, answers, failed }: Seen): Move => {
    const asked = new Set(answers.map(({ check }) => check.id))
    const known: Known = {
      findings: [
        ...intake.evidence.map(({ item, holds }) => findingOf(item, holds)),
        ...answers.map(({ check, fails }) => findingOf(`check:${check.id}`, fails)),
      ],
      found: [
        ...new Set(
          intake.evidence.flatMap(({ item, holds }) => (holds ? (causeBySign.get(item) ?? []) : [])),
        ),
      ],
      // By id: the truth may be another knowledge base with the same records.
      failed: failed.map((fix) => ({ fix, trial: { removes: model.removes(fix) } })),
      worked: null,
      isAnswered: ({ id, settledBy }) => asked.has(id) || (intake.readable && settledBy.length > 0),
    }
    const { choices } = judge(known, knowledge)
    return choices === null ? { kind: 'refer' } : moveOf(decide(choices))
  }
}
