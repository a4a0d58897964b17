import type { CommandHandlers } from '../contract/commands.ts'
import type { ErasedNoteView } from '../contract/safety-views.ts'
import { done } from '../core/failure.ts'
import { listErased } from '../storage/erased-list.ts'
import { eventAt } from '../usecases/change-ticket.ts'
import type { TicketDesk } from '../usecases/show-ticket.ts'
import { loadDraft } from '../usecases/keep-draft.ts'
import type { RecordCare } from './look-after-record.ts'
import { tellWindows } from './tell-windows.ts'

type Parts = {
  readonly desk: TicketDesk
  readonly care: RecordCare
  readonly dataFolder: string
  readonly ticketChanged: (id: string) => void
}

type EraseHandlers = Pick<CommandHandlers, 'customer.erase' | 'note.erase'>

/** Forgets a customer, or what a note says, here, in every copy, and in whatever the window still shows of it. */
export const eraseHandlers = ({ desk, care, dataFolder, ticketChanged }: Parts): EraseHandlers => {
  const { store, speech } = desk
  const fromCopies = async (
    ids: readonly string[],
    at: string,
  ): Promise<Pick<ErasedNoteView, 'cleaned' | 'left' | 'failure'>> => {
    const copies = await care.works.run('cleanCopies', { folders: care.folders(), ids, at })
    const { cleaned, left } = copies.ok ? copies.value : { cleaned: [], left: [] }
    return {
      cleaned: cleaned.length,
      left: left.map(({ file }) => file),
      failure: copies.ok ? null : copies.failure,
    }
  }
  return {
    'customer.erase': async ({ id }) => {
      // What reads the record keeps the erased in its write-ahead log; what copies it would copy them.
      await care.works.close()
      const ids = await store.idsOfPerson(id)
      if (!ids.ok) return ids
      const listed = await listErased(dataFolder, ids.value)
      if (!listed.ok) return listed
      const { at, who } = eventAt(desk)
      const erased = await store.eraseCustomer(id, at, who)
      if (!erased.ok) return erased
      for (const ticketId of erased.value.ticketIds) ticketChanged(ticketId)
      const draft = await loadDraft(store, speech)
      if (draft.ok) tellWindows({ name: 'draft.changed', view: draft.value })
      const { tickets, sameNumber, isInLog } = erased.value
      return done({ tickets, sameNumber, isInLog, ...(await fromCopies(ids.value, at)) })
    },
    'note.erase': async ({ id }) => {
      await care.works.close()
      const ids = await store.idsOfNote(id)
      if (!ids.ok) return ids
      const listed = await listErased(dataFolder, ids.value)
      if (!listed.ok) return listed
      const { at, who } = eventAt(desk)
      const erased = await store.eraseNote(id, at, who)
      if (!erased.ok) return erased
      ticketChanged(erased.value.ticketId)
      return done({ isInLog: erased.value.isInLog, ...(await fromCopies(ids.value, at)) })
    },
  }
}
