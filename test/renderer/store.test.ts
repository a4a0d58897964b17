import { beforeEach, describe, expect, it } from 'vitest'
import { useStore } from '../../src/renderer/src/store/store.ts'
import { EVERY_TICKET, firstPage } from '../../src/renderer/src/store/ticket-list.ts'
import { ticket } from './fake-views.ts'

describe('the store of tickets', () => {
  beforeEach(() => {
    useStore.setState(useStore.getInitialState(), true)
  })

  it('replaces a ticket by its id, and its row in the list', () => {
    const { showTicket, showTicketList } = useStore.getState()
    const line = { ...ticket(), sequence: 412, model: null, serialEnd: null, found: null }
    showTicketList(firstPage(EVERY_TICKET, { lines: [line], total: 1, isWhole: true, next: null }))
    showTicket(ticket({ state: 'fixed', revision: 2 }))
    const { tickets, ticketList } = useStore.getState()
    expect(tickets['ticket-412']?.state).toBe('fixed')
    expect(ticketList?.pages[0]?.map(({ state }) => state)).toEqual(['fixed'])
  })

  it('keeps the newer of an answer and a push', () => {
    const { showTicket } = useStore.getState()
    showTicket(ticket({ state: 'closed', revision: 5 }))
    showTicket(ticket({ state: 'diagnosing', revision: 4 }))
    expect(useStore.getState().tickets['ticket-412']?.state).toBe('closed')
  })

  it('forgets the ticket on the counter when another phone is selected', () => {
    useStore.getState().showOnCounter('ticket-412')
    useStore.getState().selectPhone('transport-8')
    expect(useStore.getState()).toMatchObject({ counterTicket: null, phoneKey: 'transport-8' })
  })
})
