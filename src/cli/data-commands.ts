import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { done, failed, type Answer } from '../core/failure.ts'
import type { RunWork } from '../storage/keeper.ts'
import { inWorker } from '../storage/long-work/in-worker.ts'
import { workerProgram } from '../storage/long-work/program.ts'
import { openSqliteStore, RECORD_FILE } from '../storage/open-sqlite.ts'
import type { RecordCheck } from '../storage/store.ts'
import type { Printed } from './phone-commands.ts'
import { sayingHowFar } from './progress.ts'
import { dataFolderOf } from './record.ts'
import { seed } from './seed-command.ts'
import type { Line } from './words.ts'

const WHO = 'counter'

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

const backup = async (folder: string, file: string): Promise<Answer<Printed>> => {
  const copied = await work('copy', { from: join(folder, RECORD_FILE), to: file })
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

/** Also what is left of one that was cut short. */
const COPY = /^(?!benchside\.db$).*\.db(?:\.part|\.restoring)?$/u

/** Copies that were made before somebody was erased still hold them. */
const olderCopies = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => COPY.test(name))
    .map((name) => join(folder, name))

const erase = async (folder: string, customer: string): Promise<Answer<Printed>> => {
  const record = join(folder, RECORD_FILE)
  if (!existsSync(record)) return failed('record.missing', { file: record })
  const store = await openSqliteStore(folder)
  if (!store.ok) return store
  try {
    const erased = await store.value.eraseCustomer(customer, new Date().toISOString(), WHO)
    if (!erased.ok) return erased
    const { tickets, devices, inspections, sameNumber, isInLog } = erased.value
    const copies = olderCopies(folder)
    const left = [
      ...(sameNumber.length === 0
        ? []
        : [`The same number stands on other tickets: ${sameNumber.join(', ')}.`]),
      ...(isInLog ? ['The record is being read elsewhere: close what reads it, then erase again.'] : []),
      ...(copies.length === 0 ? [] : ['Older copies still hold them:', ...copies]),
    ]
    return done({
      json: { ...erased.value, olderCopies: copies },
      text: [
        `Erased from ${String(tickets)} tickets, ${String(devices)} phones, ${String(inspections)} readings of phones.`,
        ...left,
      ].join('\n'),
    })
  } finally {
    await store.value.close()
  }
}

/** Looking after the record. */
export const data = async (line: Line): Promise<Answer<Printed>> => {
  const [, verb, file] = line.words
  const folder = dataFolderOf(line)
  switch (verb) {
    case 'check':
      return check(folder)
    case 'backup':
    case 'restore':
      if (file === undefined) return failed('input.invalid', { field: `data ${verb}`, why: 'name a file' })
      return verb === 'backup' ? backup(folder, resolve(file)) : restore(folder, resolve(file))
    case 'erase': {
      const { customer } = line.values
      if (customer === undefined)
        return failed('input.invalid', {
          field: '--customer',
          why: 'name the customer’s id; “ticket show” tells it',
        })
      return erase(folder, customer)
    }
    case 'seed':
      return seed(line)
    default:
      return failed('command.unknown', { name: `data ${verb ?? ''}`.trim() })
  }
}
