import type { z } from 'zod'
import { done, failed, type Answer } from '../failure.ts'
import { faultsOf } from './faults.ts'
import type { Knowledge } from './knowledge.ts'
import {
  adviceFile,
  causesFile,
  checksFile,
  codesFile,
  fixesFile,
  packagesFile,
  signsFile,
  speechSchema,
  symptomsFile,
  warningsFile,
} from './schema.ts'
import { speechFaults } from './speech-faults.ts'

/** The parsed JSON of the files; nothing is taken for granted about them. */
export type KnowledgeFiles = {
  readonly symptoms: unknown
  readonly signs: unknown
  readonly causes: unknown
  readonly checks: unknown
  readonly fixes: unknown
  readonly codes: unknown
  readonly packages: unknown
  readonly advice: unknown
  readonly warnings: unknown
  /** One for each language. */
  readonly speech: readonly unknown[]
}

const shapeFaults = (file: string, error: z.ZodError, raw: unknown): readonly string[] =>
  error.issues.map((issue) => {
    const [, index] = issue.path
    const records = isRecord(raw) && Array.isArray(raw['records']) ? raw['records'] : []
    const named: unknown = typeof index === 'number' ? records[index] : undefined
    const who = isRecord(named) && typeof named['id'] === 'string' ? `“${named['id']}”` : 'the file itself'
    const where = named === undefined ? issue.path : issue.path.slice(2)
    return `${file}.json, ${who}, ${where.join('.') || '(all of it)'}: ${issue.message}`
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
  const faults: string[] = []
  const shape = <T>(file: string, schema: z.ZodType<T>, raw: unknown): T | null => {
    const parsed = schema.safeParse(raw)
    if (parsed.success) return parsed.data
    faults.push(...shapeFaults(file, parsed.error, raw))
    return null
  }
  const symptoms = shape('symptoms', symptomsFile, files.symptoms)
  const signs = shape('signs', signsFile, files.signs)
  const causes = shape('causes', causesFile, files.causes)
  const checks = shape('checks', checksFile, files.checks)
  const fixes = shape('fixes', fixesFile, files.fixes)
  const codes = shape('codes', codesFile, files.codes)
  const packages = shape('packages', packagesFile, files.packages)
  const advice = shape('advice', adviceFile, files.advice)
  const warnings = shape('warnings', warningsFile, files.warnings)
  const speech = files.speech.flatMap((each) => {
    const language = isRecord(each) && typeof each['language'] === 'string' ? each['language'] : 'unknown'
    return shape(`speech/${language}`, speechSchema, each) ?? []
  })
  if (!symptoms || !signs || !causes || !checks || !fixes || !codes || !packages || !advice || !warnings)
    return { knowledge: null, faults }
  const knowledge: Knowledge = {
    version: causes.version,
    symptoms: symptoms.records,
    signs: signs.records,
    causes: causes.records,
    checks: checks.records,
    fixes: fixes.records,
    codes: codes.records,
    packages: packages.records,
    advice: advice.records,
    warnings: warnings.records,
    speech,
    codeCues: codes.cues,
    unlisted: causes.unlisted,
    lastResort: fixes.lastResort,
    minutesPerWaitHour: fixes.minutesPerWaitHour,
    openings: fixes.openings,
    signInMinutes: fixes.signInMinutes,
  }
  const all = [symptoms, signs, causes, checks, fixes, codes, packages, advice, warnings, ...speech]
  const versions = [...new Set(all.map(({ version }) => version))]
  if (versions.length > 1) faults.push(`the files are of different versions: ${versions.join(', ')}`)
  faults.push(...faultsOf(knowledge), ...speechFaults(knowledge))
  return { knowledge, faults }
}

export const parseKnowledge = (files: KnowledgeFiles): Answer<Knowledge> => {
  const { knowledge, faults } = readKnowledge(files)
  return knowledge !== null && faults.length === 0 ? done(knowledge) : refuse(faults)
}
