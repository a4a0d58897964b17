import { expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import type { Store } from '../../src/storage/store.ts'
import { engine, newFolder, openStore } from './open-for-test.ts'
import { intake, valueOf } from './some-record.ts'

const at = '2026-11-23T11:00:00.000Z'
const PLANTED = ['Zzyzx-hunter2', 'zzyzx', 'Qwertz-4711', 'qwertz']

const write = async (store: Store, ticket: string, text: string, corrects?: string): Promise<string> => {
  const event = {
    at: '2026-11-23T10:00:00.000Z',
    who: 'Meera',
    code: 'note',
    details: corrects === undefined ? {} : { corrects },
    words: { text },
  } as const
  return valueOf(await store.changeTicket(ticket, () => done({ event }))).events.at(-1)?.id ?? ''
}

/** A ticket with a note that holds a password, put right by one that holds another, and a note that is to stay. */
const withNotes = async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { id: ticket, customer } = valueOf(await store.openTicket(intake()))
  const note = await write(store, ticket, 'her password is Zzyzx-hunter2')
  const corrected = await write(store, ticket, 'no, it is Qwertz-4711', note)
  const other = await write(store, ticket, 'the screen flickers')
  const hits = async (): Promise<readonly string[]> =>
    (await engine.contents(folder)).flatMap(([place, content]) =>
      PLANTED.filter((text) => content.includes(text)).map((text) => `${place}: ${text}`),
    )
  const found = async (search: string): Promise<number> =>
    valueOf(await store.tickets({ search, state: null, limit: 9 })).total
  return { store, folder, ticket, customer, note, corrected, other, hits, found }
}

test.each(['the note', 'its correction'])(
  'an erased note is in no byte and in no row, by the id of %s; that there was one stays, and who erased it',
  async (by) => {
    const { store, ticket, note, corrected, other, hits, found } = await withNotes()
    const before = valueOf(await store.ticket(ticket))
    expect((await hits()).length).toBeGreaterThan(3)
    expect(await found('zzyzx')).toBe(1)
    expect(valueOf(await store.idsOfNote(corrected))).toEqual([note, corrected])

    expect(valueOf(await store.eraseNote(by === 'the note' ? note : corrected, at, 'Asif'))).toEqual({
      ticketId: ticket,
      // A server keeps its log by its own rules.
      isInLog: engine.name !== 'sqlite',
    })
    expect(await hits()).toEqual([])
    expect([await found('zzyzx'), await found('qwertz'), await found('flickers')]).toEqual([0, 0, 1])
    const left = valueOf(await store.ticket(ticket))
    expect(left?.revision).toBe((before?.revision ?? 0) + 1)
    expect(left?.events.map(({ id, words }) => [id, words])).toEqual([
      [before?.events[0]?.id, undefined],
      [note, undefined],
      [corrected, undefined],
      [other, { text: 'the screen flickers' }],
      [expect.any(String), undefined],
    ])
    expect(left?.events.at(-1)).toMatchObject({ code: 'note-erased', at, who: 'Asif' })
    expect(valueOf(await store.check())).toMatchObject({ events: 5, brokenAt: null, faults: [] })
  },
)

test('what is typed to put it right goes with it', async () => {
  const { store, ticket, note, other } = await withNotes()
  const kept = { [`${ticket} note ${other}`]: { text: 'stays' }, [`${ticket} note `]: { text: 'new' } }
  const typed = { [`${ticket} note ${note}`]: { text: 'it is Zzyzx-hunter2' }, ...kept }
  valueOf(await store.saveDraft('typing', JSON.stringify(typed)))
  valueOf(await store.eraseNote(note, at, 'Asif'))
  expect(JSON.parse(valueOf(await store.draft('typing')) ?? '')).toEqual(kept)
})

test('a note that is erased again says nothing more', async () => {
  const { store, ticket, note } = await withNotes()
  valueOf(await store.eraseNote(note, at, 'Asif'))
  valueOf(await store.eraseNote(note, 'later', 'Asif'))
  expect(valueOf(await store.ticket(ticket))?.events).toHaveLength(5)
})

test('words taken out by hand are found, though another note of the ticket was erased', async () => {
  const { store, folder, ticket, note, other } = await withNotes()
  valueOf(await store.eraseNote(note, at, 'Asif'))
  await engine.byHand(folder, `delete from event_words where event_id = '${other}'`)
  expect(valueOf(await store.check()).brokenAt?.ticketId).toBe(ticket)
})

test('a note that is not there is refused, and nothing else is a note', async () => {
  const { store, ticket } = await withNotes()
  const opened = valueOf(await store.ticket(ticket))?.events[0]?.id ?? ''
  for (const id of ['nobody', opened]) {
    expect(valueOf(await store.idsOfNote(id))).toEqual([])
    expect(await store.eraseNote(id, at, 'Asif')).toMatchObject({
      ok: false,
      failure: { code: 'note.missing', details: { id } },
    })
  }
  expect(valueOf(await store.check())).toMatchObject({ events: 4, brokenAt: null })
})

test('the history stays whole when the person is erased after the note', async () => {
  const { store, note, customer } = await withNotes()
  valueOf(await store.eraseNote(note, at, 'Asif'))
  valueOf(await store.eraseCustomer(customer.id, at, 'Asif'))
  expect(valueOf(await store.check())).toMatchObject({ brokenAt: null, faults: [] })
})
