import { readFile } from 'node:fs/promises'
import { evaluate, type Hits } from '../core/evaluation/evaluate.ts'
import { parseReports } from '../core/evaluation/report.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { coverageOf, factsIn } from '../core/knowledge/coverage.ts'
import { nameOf, recordsOf } from '../core/knowledge/records.ts'
import { SHIPPED } from '../core/knowledge/shipped.ts'
import type { Say } from '../core/words/index.ts'
import { knowledgeHere } from './knowledge-here.ts'
import { ownKnowledgeCommand } from './own-knowledge-commands.ts'
import type { Printed } from './phone-commands.ts'
import type { Line } from './words.ts'

const read = async (option: string, file: string): Promise<Answer<string>> => {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null
    ? failed('input.invalid', { field: `${option} ${file}`, why: 'it cannot be opened' })
    : done(text)
}

/** `--facts ONE TWO`: a shell gives the second file as a word of its own. */
const coverage = async ({ words, values }: Line): Promise<Answer<Printed>> => {
  const files = [...(values.facts ?? []), ...words.slice(2)]
  const facts: string[] = []
  for (const file of files) {
    const text = await read('--facts', file)
    if (!text.ok) return text
    facts.push(...factsIn(text.value))
  }
  // A table that holds no fact would be covered whatever is missing.
  if (facts.length === 0)
    return failed('input.invalid', { field: '--facts', why: 'name files with fact ids, such as CA22' })
  const found = coverageOf([...new Set(facts)].toSorted(), SHIPPED)
  const counts = `${found.covered.length} of ${found.facts} facts covered, ${found.uncovered.length} uncovered`
  return done({ json: found, text: [counts, ...found.uncovered].join('\n') })
}

const list = async (line: Line, say: Say): Promise<Answer<Printed>> => {
  const knowledge = await knowledgeHere(line, say)
  if (!knowledge.ok) return knowledge
  const kinds = recordsOf(knowledge.value)
  return done({
    json: {
      schema: 1,
      version: knowledge.value.version,
      records: kinds.flatMap(([kind, records]) => records.map((each) => ({ kind, ...each }))),
    },
    text: kinds
      .flatMap(([kind, records]) =>
        records.map(
          (record) =>
            `${kind.padEnd(8)} ${record.trust}  ${record.id.padEnd(28)} ${record.covers.join(',').padEnd(6)} ${nameOf(record)}`,
        ),
      )
      .join('\n'),
  })
}

export const knowledgeCommand = async (line: Line, say: Say): Promise<Answer<Printed>> => {
  switch (line.words[1]) {
    case 'coverage':
      return coverage(line)
    case 'list':
      return list(line, say)
    case 'export':
    case 'import':
      return ownKnowledgeCommand(line, say)
    default:
      return failed('command.unknown', { name: line.words.slice(0, 2).join(' ') })
  }
}

const share = (hits: number, { reports }: Hits): string =>
  reports === 0 ? '-' : `${hits} of ${reports} (${Math.round((hits / reports) * 100)} %)`

const row = (name: string, hits: Hits): string =>
  `${name.padEnd(18)} first ${share(hits.top1, hits).padEnd(16)} among three ${share(hits.top3, hits)}`

export const evaluateReports = async (line: Line): Promise<Answer<Printed>> => {
  const { reports } = line.values
  if (reports === undefined)
    return failed('input.invalid', { field: '--reports', why: 'name a file with one report a line' })
  const text = await read('--reports', reports)
  if (!text.ok) return text
  const parsed = parseReports(text.value)
  if (!parsed.ok) return parsed
  const result = evaluate(parsed.value, SHIPPED)
  if (result.scorable.reports === 0)
    return failed('input.invalid', { field: `--reports ${reports}`, why: 'no report in it can be scored' })
  return done({
    json: result,
    text: [
      row('blind', result.blind),
      row('scorable', result.scorable),
      ...Object.entries(result.tiers).flatMap(([tier, { blind, scorable }]) => [
        row(`tier ${tier} blind`, blind),
        row(`tier ${tier} scorable`, scorable),
      ]),
    ].join('\n'),
  })
}
