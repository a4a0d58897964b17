import type { Kysely, Transaction } from 'kysely'
import { checkRecord } from './check-record.ts'
import type { Engine } from './engine.ts'
import { eraseCustomer, idsOfPerson } from './erase-customer.ts'
import { eraseNote, idsOfNote } from './erase-note.ts'
import { forgettable } from './forgettable.ts'
import { chainEnd } from './event-chain.ts'
import { newId } from './ids.ts'
import {
  findInspection,
  finishInspection,
  insertInspection,
  insertReadings,
  newestOpenTicket,
  tieToDevice,
} from './inspections.ts'
import { closedTickets, outcomeOf } from './outcomes.ts'
import { seedRecord } from './seeding/seed-record.ts'
import { customerRecord, mergeCustomers } from './customers.ts'
import { describeDevice, deviceRecord } from './devices.ts'
import { seenBefore } from './seen-before.ts'
import { changeOwn, listOwn } from './own-knowledge.ts'
import { unhurried } from './pace.ts'
import { readReport } from './report.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import { listTickets, pageOfTickets } from './ticket-list.ts'
import { findTicket } from './ticket-rows.ts'
import { insertTicket, updateTicket } from './tickets.ts'
import { together } from './together.ts'
import { answering } from './trouble.ts'

const readSetting = async (db: Kysely<Tables>, name: string): Promise<string | null> =>
  (await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst())?.value ?? null

const readDraft = async (db: Kysely<Tables>, name: string): Promise<string | null> =>
  (await db.selectFrom('drafts').select('body').where('name', '=', name).executeTakeFirst())?.body ?? null

const writeDraft = async (db: Kysely<Tables>, name: string, body: string | null): Promise<null> => {
  if (body === null) await db.deleteFrom('drafts').where('name', '=', name).execute()
  else {
    const row = { body, saved_at: new Date().toISOString() }
    await db
      .insertInto('drafts')
      .values({ name, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute()
  }
  return null
}

const writeSetting = async (db: Kysely<Tables>, name: string, value: string): Promise<null> => {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return null
}

/** The store over any engine that kysely speaks; `file` names the record in what people are told. */
export const sqlStore = (db: Kysely<Tables>, file: string, engine: Engine): Store => {
  // What is read of a phone comes in pieces, and of eight phones at once.
  const grouped = together<Transaction<Tables>>((work) => db.transaction().execute(work))
  const answer = <T>(work: () => Promise<T>) => answering(file, work)
  return {
    openTicket: (ticket) => answer(() => insertTicket(db, ticket)),
    ticket: (idOrNumber) => answer(() => findTicket(db, idOrNumber)),
    changeTicket: (idOrNumber, decide) => answer(() => updateTicket(db, idOrNumber, decide)),
    tickets: (query) => answer(() => listTickets(db, query)),
    ticketPage: (query) => answer(() => pageOfTickets(db, query)),
    openTicketOfDevice: (deviceId) => answer(() => newestOpenTicket(db, deviceId)),
    customer: (id) => answer(() => customerRecord(db, id)),
    mergeCustomers: (merge) => answer(() => mergeCustomers(db, merge)),
    device: (id) => answer(() => deviceRecord(db, id)),
    describeDevice: (...more) => answer(() => describeDevice(db, ...more)),
    seenBefore: (sighting) => answer(() => seenBefore(db, sighting)),
    saveAdvice: (ticketId, at, { knowledgeVersion, ...body }) =>
      answer(async () => {
        await db
          .insertInto('advice')
          .values({
            id: newId(),
            ticket_id: ticketId,
            at,
            knowledge_version: knowledgeVersion,
            body: JSON.stringify(body),
          })
          .execute()
        return null
      }),
    beginInspection: (inspection) =>
      answer(() => grouped((transaction) => insertInspection(transaction, inspection))),
    addReadings: (...added) => answer(() => grouped((transaction) => insertReadings(transaction, ...added))),
    nameDevice: (...more) => answer(() => grouped((transaction) => tieToDevice(transaction, ...more))),
    endInspection: (...more) =>
      answer(() => grouped((transaction) => finishInspection(transaction, ...more))),
    inspection: (id) => answer(() => findInspection(db, { id })),
    latestInspectionOfTicket: (ticketId, only, notAfter) =>
      answer(() =>
        findInspection(db, { ticketId, which: only === 'ended' ? 'latest ended' : 'latest', notAfter }),
      ),
    firstInspectionOfTicket: (ticketId) => answer(() => findInspection(db, { ticketId, which: 'first' })),
    draft: (name) => answer(() => readDraft(db, name)),
    saveDraft: (name, body) => answer(() => writeDraft(db, name, body)),
    setting: (name) => answer(() => readSetting(db, name)),
    saveSetting: (name, value) => answer(() => writeSetting(db, name, value)),
    ownKnowledge: () => answer(() => listOwn(db)),
    changeOwnKnowledge: (at, decide) => answer(() => changeOwn(db, at, decide)),
    closedTickets: (query) => answer(() => closedTickets(db, query)),
    outcome: (ticketId) => answer(() => outcomeOf(db, ticketId)),
    report: (query, pace = unhurried) => answer(() => readReport(db, query, pace)),
    forgettable: (before, limit) => answer(() => forgettable(db, before, limit)),
    idsOfPerson: (id) => answer(() => idsOfPerson(db, id)),
    eraseCustomer: (id, at, who, why) =>
      answer(async () => {
        const erased = await eraseCustomer(db, id, at, who, why)
        return { ...erased, isInLog: await engine.scrub(db) }
      }),
    idsOfNote: (id) => answer(() => idsOfNote(db, id)),
    eraseNote: (id, at, who) =>
      answer(async () => {
        const erased = await eraseNote(db, id, at, who)
        return { ...erased, isInLog: await engine.scrub(db) }
      }),
    historyLength: () => answer(async () => (await chainEnd(db)).links),
    check: (pace) => answer(() => checkRecord(db, engine, pace)),
    seed: (seeding, knowledge) => answer(() => seedRecord(db, file, seeding, knowledge)),
    close: () => db.destroy(),
  }
}
