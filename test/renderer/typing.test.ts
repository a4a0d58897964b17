import { beforeEach, describe, expect, it } from 'vitest'
import { useStore } from '../../src/renderer/src/store/store.ts'
import { isTypedIn, notIn, typingPlace } from '../../src/renderer/src/store/typing.ts'

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

  it('goes with those whom it is about, and with nobody else', () => {
    const { keepTyping, forgetTyping } = useStore.getState()
    keepTyping(place, { said: 'words' })
    keepTyping(typingPlace('device-1', 'numbers'), { serial: 'X' })
    keepTyping(typingPlace('ticket-11', 'note '), { text: 'note' })
    forgetTyping(['ticket-1', 'device-1'])
    expect(Object.keys(useStore.getState().typing)).toEqual([typingPlace('ticket-11', 'note ')])
  })
})
