import { resolve } from 'node:path'
import { done, failed, type Answer } from '../core/failure.ts'
import { LARGEST_OWN_FILE } from '../core/knowledge/own/own-file.ts'
import type { Say } from '../core/words/index.ts'
import { readWhole, saveWhole } from '../device/whole-file.ts'
import type { ImportReport } from '../usecases/own-knowledge.ts'
import { withOwn } from './knowledge-here.ts'
import type { Printed } from './phone-commands.ts'
import type { Line } from './words.ts'

const listed = (words: string, titles: readonly string[]): readonly string[] =>
  titles.length === 0 ? [] : [`${words} ${String(titles.length)}: ${titles.join(', ')}`]

const sayReport = ({ added, changed, same }: ImportReport): string =>
  [...listed('new', added), ...listed('changed', changed), ...listed('the same', same)].join('\n') ||
  'There is no record in it.'

const exportTo = (line: Line, file: string, say: Say): Promise<Answer<Printed>> =>
  withOwn(line, say, async (own) => {
    const why = await saveWhole(file, own.exported())
    if (why !== null) return failed('knowledge.file-unsaved', { file, why })
    const records = own.records().length
    return done({ json: { file, records }, text: `${file}: ${String(records)} own records` })
  })

const importFrom = async (line: Line, file: string, say: Say): Promise<Answer<Printed>> => {
  const read = await readWhole(file, LARGEST_OWN_FILE, say('own.fault.file-large'))
  if (!read.ok) return failed('knowledge.file-unusable', { file, why: read.why })
  const dryRun = line.values['dry-run'] === true
  const options = { name: file, dryRun, replace: line.values.replace === true }
  return withOwn(line, say, async (own) => {
    const report = await own.importText(read.text, options)
    if (!report.ok) return report
    const note = dryRun ? '\nNothing was changed: this was a trial.' : ''
    return done({ json: { file, dryRun, ...report.value }, text: `${sayReport(report.value)}${note}` })
  })
}

/** What a shop has added, out of its record and into it. */
export const ownKnowledgeCommand = async (line: Line, say: Say): Promise<Answer<Printed>> => {
  const [, verb = '', file] = line.words
  if (file === undefined) return failed('input.invalid', { field: `knowledge ${verb}`, why: 'name a file' })
  return verb === 'export' ? exportTo(line, resolve(file), say) : importFrom(line, resolve(file), say)
}
