import { beforeEach, describe, expect, it } from 'vitest'
import { useStore } from '../../src/renderer/src/store/store.ts'
import { isTypedIn, notIn, typingPlace } from '../../src/renderer/src/store/typing.ts'
import { ticket } from './fake-views.ts'

const place = typingPlace('ticket-1', 'details correct')

describe('what is typed and not saved', () => {
  beforeEach(() => {
    useStore.setState(useStore.getInitialState(), true)
  })

  it('is what differs from what is saved, lists by what is in them', () => {
    const saved = { name: 'Asha', left: ['sim'], paid: null }
    expect(notIn(saved, { name: 'Asha', left: ['sim'], paid: null })).toBeNull()
    expect(notIn(saved, { name: 'Asha R', left: ['sim', 'case'], paid: null })).toEqual({
      name: 'Asha R',
      left: ['sim', 'case'],
    })
  })

  it('is of one ticket and one form alone', () => {
    const { keepTyping } = useStore.getState()
    keepTyping(place, { said: 'words' })
    keepTyping(typingPlace('ticket-1', 'note '), { text: 'note' })
    const { typing } = useStore.getState()
    expect(isTypedIn(typing, 'ticket-1', 'details')).toBe(true)
    // Whose id only begins alike is somebody else.
    expect(isTypedIn(typing, 'ticket-', 'details')).toBe(false)
    expect(isTypedIn(typing, 'ticket-11', 'details')).toBe(false)
    keepTyping(place, null)
    expect(useStore.getState().typing).toEqual({ [typingPlace('ticket-1', 'note ')]: { text: 'note' } })
  })

  it('goes once its ticket is nobody’s, and what is typed there after that stays', () => {
    const { keepTyping, showTicket } = useStore.getState()
    const somebodys = ticket({ id: 'ticket-1', revision: 1 })
    const nobodys = ticket({
      id: 'ticket-1',
      revision: 2,
      customer: { id: 'customer-1', name: '', phone: '' },
    })
    showTicket(somebodys)
    keepTyping(place, { said: 'words' })
    keepTyping(typingPlace(somebodys.device?.id ?? '', 'numbers'), { serial: 'X' })
    keepTyping(typingPlace('ticket-11', 'note '), { text: 'note' })
    showTicket(nobodys)
    expect(Object.keys(useStore.getState().typing)).toEqual([typingPlace('ticket-11', 'note ')])

    keepTyping(typingPlace('ticket-1', 'note '), { text: 'fetched by a neighbour' })
    const { typing } = useStore.getState()
    showTicket({ ...nobodys, revision: 3 })
    // The same one: another would be written to the disk.
    expect(useStore.getState().typing).toBe(typing)
  })

  it('goes with the note that is erased, and with the step and the result that were recorded', () => {
    const { keepTyping, showTicket } = useStore.getState()
    const attempt = {
      fix: 'FX01',
      covers: [],
      outcome: 'failed',
      verified: 'sign-in',
      at: '2026-11-23T10:00:00.000Z',
      bundle: null,
    } as const
    const note = { id: 'note-1', at: attempt.at, who: 'Meera', before: [] }
    for (const form of ['fix FX01 0', 'with FX01 0', 'step 0', 'close diagnosing 0', 'note note-1', 'note '])
      keepTyping(typingPlace('ticket-1', form), { minutes: '17' })
    const shown = ticket({ id: 'ticket-1', revision: 1, state: 'diagnosing', attempts: [] })
    const forms = (): readonly string[] =>
      Object.keys(useStore.getState().typing).map((each) => each.slice('ticket-1 '.length))
    showTicket({ ...shown, notes: [{ ...note, text: 'a note' }] })
    expect(forms()).toHaveLength(6)
    showTicket({ ...shown, revision: 2, state: 'waiting', notes: [{ ...note, text: null }] })
    expect(forms()).toEqual(['fix FX01 0', 'with FX01 0', 'step 0', 'note '])
    showTicket({ ...shown, revision: 3, attempts: [attempt] })
    expect(forms()).toEqual(['note '])
  })
})
