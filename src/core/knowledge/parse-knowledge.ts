import type { z } from 'zod'
import { done, failed, type Answer } from '../failure.ts'
import { faultsOf } from './faults.ts'
import type { Knowledge } from './knowledge.ts'
import { causesFile, checksFile, fixesFile, signsFile, symptomsFile } from './schema.ts'

/** The parsed JSON of the five files; nothing is taken for granted about them. */
export type KnowledgeFiles = {
  readonly symptoms: unknown
  readonly signs: unknown
  readonly causes: unknown
  readonly checks: unknown
  readonly fixes: unknown
}

const shapeFaults = (file: string, error: z.ZodError, raw: unknown): readonly string[] =>
  error.issues.map((issue) => {
    const [, index] = issue.path
    const records = isRecord(raw) && Array.isArray(raw['records']) ? raw['records'] : []
    const named: unknown = typeof index === 'number' ? records[index] : undefined
    const who = isRecord(named) && typeof named['id'] === 'string' ? `“${named['id']}”` : 'the file itself'
    return `${file}.json, ${who}, ${issue.path.slice(2).join('.') || issue.path.join('.')}: ${issue.message}`
  })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const MOST_SHOWN = 20

const refuse = (faults: readonly string[]): Answer<never> =>
  failed('knowledge.damaged', {
    why: [
      ...faults.slice(0, MOST_SHOWN),
      ...(faults.length > MOST_SHOWN ? [`and ${faults.length - MOST_SHOWN} more`] : []),
    ].join('; '),
    count: faults.length,
  })

/** The knowledge, where its shape is right, and everything that is wrong with it. */
export type ReadKnowledge = { readonly knowledge: Knowledge | null; readonly faults: readonly string[] }

export const readKnowledge = (files: KnowledgeFiles): ReadKnowledge => {
  const symptoms = symptomsFile.safeParse(files.symptoms)
  const signs = signsFile.safeParse(files.signs)
  const causes = causesFile.safeParse(files.causes)
  const checks = checksFile.safeParse(files.checks)
  const fixes = fixesFile.safeParse(files.fixes)
  if (!symptoms.success || !signs.success || !causes.success || !checks.success || !fixes.success)
    return {
      knowledge: null,
      faults: [
        ...(symptoms.success ? [] : shapeFaults('symptoms', symptoms.error, files.symptoms)),
        ...(signs.success ? [] : shapeFaults('signs', signs.error, files.signs)),
        ...(causes.success ? [] : shapeFaults('causes', causes.error, files.causes)),
        ...(checks.success ? [] : shapeFaults('checks', checks.error, files.checks)),
        ...(fixes.success ? [] : shapeFaults('fixes', fixes.error, files.fixes)),
      ],
    }
  const knowledge: Knowledge = {
    version: causes.data.version,
    symptoms: symptoms.data.records,
    signs: signs.data.records,
    causes: causes.data.records,
    checks: checks.data.records,
    fixes: fixes.data.records,
    negators: symptoms.data.negators,
    unlisted: causes.data.unlisted,
    lastResort: fixes.data.lastResort,
    minutesPerWaitHour: fixes.data.minutesPerWaitHour,
  }
  const versions = [symptoms, signs, causes, checks, fixes].map((file) => file.data.version)
  const faults = [
    ...(new Set(versions).size === 1
      ? []
      : [`the files are of different versions: ${[...new Set(versions)].join(', ')}`]),
    ...faultsOf(knowledge),
  ]
  return { knowledge, faults }
}

export const parseKnowledge = (files: KnowledgeFiles): Answer<Knowledge> => {
  const { knowledge, faults } = readKnowledge(files)
  return knowledge !== null && faults.length === 0 ? done(knowledge) : refuse(faults)
}
