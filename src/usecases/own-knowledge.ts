import { done, failed, type Answer, type Failure } from '../core/failure.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { mergeKnowledge, type Merged } from '../core/knowledge/own/merge-knowledge.ts'
import { sayOwnFault, sayOwnFaults, type OwnFault } from '../core/knowledge/own/own-fault.ts'
import { formerOf, readFormer, type Former } from '../core/knowledge/own/former.ts'
import { readOwnFile, writeOwnFile } from '../core/knowledge/own/own-file.ts'
import type { OwnRecord } from '../core/knowledge/own/own-record.ts'
import { restsOn } from '../core/knowledge/own/rests-on.ts'
import { readOwnRecord } from '../core/knowledge/own/read-own.ts'
import type { Say } from '../core/words/index.ts'
import type { OwnRow, Store } from '../storage/store.ts'

/** What an import did, or would do. */
export type ImportReport = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly same: readonly string[]
}

export type OwnKnowledge = {
  /** The shipped knowledge with the own one, as it is now. */
  readonly knowledge: () => Knowledge
  readonly records: () => readonly OwnRecord[]
  /** Own records that this version cannot use; they are kept as they are. */
  readonly faults: () => readonly OwnFault[]
  /** What was taken out again: tickets that name one of them still say what it was called. */
  readonly former: () => readonly Former[]
  /** Messages that were written, or written anew, after that moment (ISO, UTC). */
  readonly messagesSince: (at: string) => readonly string[]
  /** Reads the store again: another program may have written to it. */
  readonly refresh: () => Promise<Answer<null>>
  /** Adds a record or puts it in the place of the one with its id; faults, where it has any, and then nothing is saved. */
  readonly save: (record: unknown) => Promise<Answer<readonly OwnFault[]>>
  readonly remove: (id: string) => Promise<Answer<null>>
  readonly exported: () => string
  readonly importText: (
    text: string,
    options: { readonly name: string; readonly replace: boolean; readonly dryRun: boolean },
  ) => Promise<Answer<ImportReport>>
}

const rowOf = (record: OwnRecord): OwnRow => ({ id: record.id, body: record })

const read = (
  rows: readonly OwnRow[],
): {
  readonly records: readonly OwnRecord[]
  readonly faults: readonly OwnFault[]
  readonly former: readonly Former[]
} => {
  const former = rows.flatMap(({ body }) => readFormer(body) ?? [])
  const each = rows
    .filter(({ body }) => readFormer(body) === null)
    .map(({ id, body }) => readOwnRecord(body, id))
  return {
    records: each.flatMap((one) => (one.ok ? [one.record] : [])),
    faults: each.flatMap((one) => (one.ok ? [] : one.faults)),
    former,
  }
}

const isSame = (one: OwnRecord, other: OwnRecord): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What the shop knows by itself, over the store; whoever holds it sees a change at once, and is told of it. */
export const ownKnowledge = async (
  store: Store,
  shipped: Knowledge,
  say: Say,
  changed?: () => void,
): Promise<OwnKnowledge> => {
  let now: Merged = mergeKnowledge(shipped, [])
  let kept: readonly OwnRecord[] = []
  let gone: readonly Former[] = []
  let savedAt: ReadonlyMap<string, string> = new Map()
  /** The rows as they were taken last; null: never. */
  let taken: string | null = null

  const take = (rows: readonly OwnRow[]): void => {
    const text = JSON.stringify(rows)
    if (text === taken) return
    const isFirst = taken === null
    taken = text
    const { records, faults, former } = read(rows)
    const merged = mergeKnowledge(shipped, records)
    // The same records make the same knowledge, and everything that was worked out from it still holds.
    if (merged.knowledge.version !== now.knowledge.version) now = merged
    kept = records
    gone = former
    savedAt = new Map(rows.map((row) => [row.id, row.savedAt ?? '']))
    now = { ...now, own: merged.own, faults: [...faults, ...merged.faults] }
    if (!isFirst) changed?.()
  }

  const refresh = async (): Promise<Answer<null>> => {
    const rows = await store.ownKnowledge()
    if (rows.ok) take(rows.value)
    return rows.ok ? done(null) : rows
  }

  const change = async (
    decide: Parameters<Store['changeOwnKnowledge']>[1],
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly failure: Failure }> => {
    const rows = await store.changeOwnKnowledge(new Date().toISOString(), decide)
    if (rows.ok) take(rows.value)
    return rows
  }

  const refused = (faults: readonly OwnFault[]): { ok: false; failure: Failure } =>
    failed('knowledge.own-faulty', { count: faults.length, why: sayOwnFaults(faults, say) })

  /** What would be wrong with these among the others, and with others because of them. */
  const faultsWith = (
    rows: readonly OwnRow[],
    records: readonly OwnRecord[],
  ): { readonly faults: readonly OwnFault[]; readonly before: readonly OwnRecord[] } => {
    const before = read(rows).records
    const ids = new Set(records.map(({ id }) => id))
    const wrongBefore = new Set(mergeKnowledge(shipped, before).faults.map(({ id }) => id))
    const { faults } = mergeKnowledge(shipped, [...before.filter(({ id }) => !ids.has(id)), ...records])
    return { faults: faults.filter(({ id }) => id === null || ids.has(id) || !wrongBefore.has(id)), before }
  }

  const save: OwnKnowledge['save'] = async (raw) => {
    const one = readOwnRecord(raw, '')
    if (!one.ok) return done(one.faults)
    let found: readonly OwnFault[] = []
    const saved = await change((rows) => {
      found = faultsWith(rows, [one.record]).faults
      return found.length > 0 ? refused(found) : done({ save: [rowOf(one.record)], remove: [] })
    })
    if (found.length > 0) return done(found)
    return saved.ok ? done([]) : saved
  }

  const remove: OwnKnowledge['remove'] = async (id) => {
    const removed = await change((rows) => {
      const { records, former } = read(rows)
      if (!rows.some((row) => row.id === id) || former.some((each) => each.id === id))
        return failed('knowledge.own-none', { id })
      const user = records.find((each) => restsOn(each, id))
      if (user !== undefined) {
        const name = records.find((each) => each.id === id)?.title ?? id
        return failed('knowledge.own-used', { name, by: `“${user.title}”` })
      }
      const title = records.find((each) => each.id === id)?.title
      // What nobody could read was never in a ticket.
      return done(
        title === undefined
          ? { save: [], remove: [id] }
          : { save: [{ id, body: formerOf({ id, title }) }], remove: [] },
      )
    })
    return removed.ok ? done(null) : removed
  }

  const importText: OwnKnowledge['importText'] = async (text, { name, replace, dryRun }) => {
    const file = readOwnFile(text)
    if (file.unusable !== null)
      return failed('knowledge.file-unusable', { file: name, why: sayOwnFault(file.unusable, say) })
    if (file.faults.length > 0) return refused(file.faults)
    let report: ImportReport = { added: [], changed: [], same: [] }
    const decide: Parameters<Store['changeOwnKnowledge']>[1] = (rows) => {
      const { faults, before } = faultsWith(rows, file.records)
      if (faults.length > 0) return refused(faults)
      const known = new Map(before.map((each) => [each.id, each]))
      const named = (
        keep: (record: OwnRecord, old: OwnRecord | undefined) => boolean,
      ): readonly OwnRecord[] => file.records.filter((record) => keep(record, known.get(record.id)))
      const added = named((_, old) => old === undefined)
      const changed = named((record, old) => old !== undefined && !isSame(record, old))
      const same = named((record, old) => old !== undefined && isSame(record, old))
      const titles = (records: readonly OwnRecord[]): readonly string[] => records.map(({ title }) => title)
      report = { added: titles(added), changed: titles(changed), same: titles(same) }
      if (changed.length > 0 && !replace && !dryRun)
        return failed('knowledge.own-other', { count: changed.length, names: titles(changed).join(', ') })
      return done({ save: [...added, ...changed].map(rowOf), remove: [] })
    }
    if (dryRun) {
      const rows = await store.ownKnowledge()
      if (!rows.ok) return rows
      const decided = decide(rows.value)
      return decided.ok ? done(report) : decided
    }
    const changed = await change(decide)
    return changed.ok ? done(report) : changed
  }

  // What cannot be read keeps nobody from the shipped knowledge.
  await refresh()
  return {
    knowledge: () => now.knowledge,
    records: () => now.own,
    faults: () => now.faults,
    former: () => gone,
    messagesSince: (at) =>
      now.own.flatMap(({ id, kind }) => (kind === 'message' && (savedAt.get(id) ?? '') > at ? [id] : [])),
    refresh,
    save,
    remove,
    exported: () => writeOwnFile(kept, now.knowledge.version),
    importText,
  }
}
