import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { done, failed, type Answer } from '../core/failure.ts'
import { listErased } from '../storage/erased-list.ts'
import type { RunWork } from '../storage/keeper.ts'
import { openSqliteStore, RECORD_FILE } from '../storage/open-sqlite.ts'
import type { Store } from '../storage/store.ts'
import { loadCopySettings } from '../usecases/copy-settings.ts'
import type { Printed } from './phone-commands.ts'
import type { Line } from './words.ts'

const WHO = 'counter'

/** Copies lie beside the record, or where the shop has chosen. */
const copyFolders = async (store: Store, folder: string): Promise<readonly string[]> => {
  const settings = await loadCopySettings(store)
  const chosen = settings.ok ? settings.value.folder : null
  return [folder, join(folder, 'copies'), ...(chosen === null ? [] : [chosen])]
}

const withRecord = async (
  folder: string,
  work: (store: Store) => Promise<Answer<Printed>>,
): Promise<Answer<Printed>> => {
  const record = join(folder, RECORD_FILE)
  if (!existsSync(record)) return failed('record.missing', { file: record })
  const store = await openSqliteStore(folder)
  if (!store.ok) return store
  try {
    return await work(store.value)
  } finally {
    await store.value.close()
  }
}

type Cleaned = { readonly cleaned: readonly string[]; readonly olderCopies: readonly string[] }

const cleaned = async (
  store: Store,
  folder: string,
  ids: readonly string[],
  at: string,
  work: RunWork,
): Promise<Answer<Cleaned>> => {
  const folders = await copyFolders(store, folder)
  const copies = await work('cleanCopies', { folders, ids, at })
  if (!copies.ok) return copies
  return done({ cleaned: copies.value.cleaned, olderCopies: copies.value.left.map(({ file }) => file) })
}

const sayLeft = (copies: Cleaned, isInLog: boolean, whom: string): readonly string[] => [
  ...(isInLog ? ['The record is being read elsewhere: close what reads it, then erase again.'] : []),
  ...(copies.cleaned.length === 0 ? [] : [`Copies made anew without ${whom}:`, ...copies.cleaned]),
  ...(copies.olderCopies.length === 0
    ? []
    : [`Copies that cannot be read and may still hold ${whom}:`, ...copies.olderCopies]),
]

const eraseCustomer = (folder: string, customer: string, work: RunWork): Promise<Answer<Printed>> =>
  withRecord(folder, async (store) => {
    const ids = await store.idsOfPerson(customer)
    if (!ids.ok) return ids
    const listed = await listErased(folder, ids.value)
    if (!listed.ok) return listed
    const at = new Date().toISOString()
    const erased = await store.eraseCustomer(customer, at, WHO)
    if (!erased.ok) return erased
    const copies = await cleaned(store, folder, ids.value, at, work)
    if (!copies.ok) return copies
    const { tickets, devices, inspections, sameNumber, isInLog } = erased.value
    return done({
      json: { tickets, devices, inspections, sameNumber, isInLog, ...copies.value },
      text: [
        `Erased from ${String(tickets)} tickets, ${String(devices)} phones, ${String(inspections)} readings of phones.`,
        ...(sameNumber.length === 0
          ? []
          : [`The same number stands on other tickets: ${sameNumber.join(', ')}.`]),
        ...sayLeft(copies.value, isInLog, 'them'),
      ].join('\n'),
    })
  })

const eraseNote = (folder: string, note: string, who: string, work: RunWork): Promise<Answer<Printed>> =>
  withRecord(folder, async (store) => {
    const ids = await store.idsOfNote(note)
    if (!ids.ok) return ids
    const listed = await listErased(folder, ids.value)
    if (!listed.ok) return listed
    const at = new Date().toISOString()
    const erased = await store.eraseNote(note, at, who)
    if (!erased.ok) return erased
    const copies = await cleaned(store, folder, ids.value, at, work)
    if (!copies.ok) return copies
    const { ticketId: ticket, isInLog } = erased.value
    return done({
      json: { ticket, isInLog, ...copies.value },
      text: ['The note’s text is erased.', ...sayLeft(copies.value, isInLog, 'it')].join('\n'),
    })
  })

/** Forgets a person, or what one note says, here and in every copy. */
export const erase = async (folder: string, line: Line, work: RunWork): Promise<Answer<Printed>> => {
  const { customer, note, who = WHO } = line.values
  if ((customer === undefined) === (note === undefined))
    return failed('input.invalid', {
      field: 'data erase',
      why: 'name the customer’s id with --customer or a note’s with --note; “ticket show --json” tells both',
    })
  return customer === undefined
    ? eraseNote(folder, note ?? '', who, work)
    : eraseCustomer(folder, customer, work)
}
