import { join, resolve } from 'node:path'
import { done, failed, type Answer } from '../core/failure.ts'
import type { Say } from '../core/words/index.ts'
import type { RunWork } from '../storage/keeper.ts'
import { inWorker } from '../storage/long-work/in-worker.ts'
import { workerProgram } from '../storage/long-work/program.ts'
import { RECORD_FILE } from '../storage/open-sqlite.ts'
import type { RecordCheck } from '../storage/store.ts'
import { erase } from './erase-command.ts'
import type { Printed } from './phone-commands.ts'
import { sayingHowFar } from './progress.ts'
import { dataFolderOf } from './record.ts'
import { seed } from './seed-command.ts'
import type { Line } from './words.ts'

const sayCheck = ({ tickets, events, faults, brokenAt }: RecordCheck): string => {
  const counts = `${String(tickets)} tickets, ${String(events)} events in order`
  if (faults.length === 0 && brokenAt === null) return `${counts}; nothing is wrong.`
  const broken =
    brokenAt === null
      ? []
      : [
          brokenAt.at === null
            ? 'The end of the history is missing.'
            : `The history was changed from outside at ${brokenAt.at}, ticket ${brokenAt.ticketId ?? ''}.`,
        ]
  return [counts, ...broken, ...faults].join('\n')
}

/** What the window does beside everything else is done so here too: it tells how far it is, and Ctrl + C stops it. */
export const work: RunWork = (name, input, watch = {}) => {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  process.once('SIGINT', stop)
  const watching = { ...sayingHowFar(), signal: stopping.signal, ...watch }
  return inWorker(workerProgram())(name, input, watching).finally(() =>
    process.removeListener('SIGINT', stop),
  )
}

const check = async (folder: string): Promise<Answer<Printed>> => {
  const file = join(folder, RECORD_FILE)
  const found = await work('check', { file })
  if (!found.ok) return found
  const { faults, brokenAt } = found.value
  const isSound = faults.length === 0 && brokenAt === null
  return done({
    json: found.value,
    text: sayCheck(found.value),
    ...(!isSound && { failure: failed('record.changed', { file }).failure }),
  })
}

/** Of a record that is not whole: its name says so, as nothing else of it could. */
const backupDamaged = async (from: string, file: string): Promise<Answer<Printed>> => {
  const to = file.replace(/(?:\.db)?$/u, '.damaged.db')
  const copied = await work('copyDamaged', { from, to })
  if (!copied.ok) return copied
  const { bytes } = copied.value
  return done({ json: { file: to, bytes, damaged: true }, text: `${to}: as it is, unread; it is not whole.` })
}

const backup = async (folder: string, file: string, evenDamaged: boolean): Promise<Answer<Printed>> => {
  const from = join(folder, RECORD_FILE)
  const copied = await work('copy', { from, to: file })
  const code = copied.ok ? null : copied.failure.code
  if (evenDamaged && (code === 'record.changed' || code === 'record.damaged'))
    return backupDamaged(from, file)
  if (!copied.ok) return copied
  const { bytes, check: found } = copied.value
  return done({ json: { file, bytes, ...found }, text: `${file}: ${sayCheck(found)}` })
}

const restore = async (folder: string, from: string): Promise<Answer<Printed>> => {
  const restored = await work('restore', { folder, from, at: new Date().toISOString() })
  if (!restored.ok) return restored
  const { file, bytes, aside, check: found } = restored.value
  const before = aside === null ? '' : `\nWhat was there before is kept as ${aside}.`
  return done({ json: { file, bytes, aside, ...found }, text: `${file}: ${sayCheck(found)}${before}` })
}

const exportTo = async (folder: string, to: string): Promise<Answer<Printed>> => {
  const at = new Date().toISOString()
  const exported = await work('exportAll', { from: join(folder, RECORD_FILE), to, at })
  if (!exported.ok) return exported
  const { customers, tickets, inspections, files } = exported.value
  return done({
    json: exported.value,
    text: [
      `${to}: ${String(tickets)} tickets, ${String(customers)} customers, ${String(inspections)} readings of phones`,
      ...files,
    ].join('\n'),
  })
}

const importFrom = async (
  folder: string,
  file: string,
  dryRun: boolean,
  say: Say,
): Promise<Answer<Printed>> => {
  const record = join(folder, RECORD_FILE)
  const imported = await work('importAll', { record, file, dryRun, at: new Date().toISOString() })
  if (!imported.ok) return imported
  const { marks: _, ...report } = imported.value
  const { counts, isWhole } = report
  const notes = report.notes.map(({ line, how, code, details }) => ({
    line,
    how,
    code,
    what: say(`import.line.${code}`, details),
  }))
  return done({
    json: { ...report, notes },
    text: [
      ...Object.entries(counts).map(([how, count]) => `${how} ${String(count)}`),
      ...notes.map(({ line, how, what }) => `line ${String(line)}, ${how}: ${what}`),
      ...(isWhole ? [] : ['The file ends early: something of it is missing.']),
      ...(dryRun ? ['Nothing was changed: this was a trial.'] : []),
    ].join('\n'),
    ...(counts.faulty > 0 && { failure: failed('import.left-out', { count: counts.faulty }).failure }),
  })
}

/** Looking after the record. */
export const data = async (line: Line, say: Say): Promise<Answer<Printed>> => {
  const [, verb, file] = line.words
  const folder = dataFolderOf(line)
  switch (verb) {
    case 'check':
      return check(folder)
    case 'backup':
    case 'restore':
      if (file === undefined) return failed('input.invalid', { field: `data ${verb}`, why: 'name a file' })
      return verb === 'backup'
        ? backup(folder, resolve(file), line.values['even-damaged'] === true)
        : restore(folder, resolve(file))
    case 'export':
    case 'import':
      if (file === undefined)
        return failed('input.invalid', { field: `data ${verb}`, why: 'name a folder or a file' })
      return verb === 'export'
        ? exportTo(folder, resolve(file))
        : importFrom(folder, resolve(file), line.values['dry-run'] === true, say)
    case 'erase':
      return erase(folder, line, work)
    case 'seed':
      return seed(line)
    default:
      return failed('command.unknown', { name: `data ${verb ?? ''}`.trim() })
  }
}
