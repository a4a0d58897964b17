import { describe, expect, it } from 'vitest'
import { foldCauses } from '../../src/renderer/src/screens/counter/fold-causes.ts'
import { chosenPhone, phoneBeside, subjectOf } from '../../src/renderer/src/screens/counter/subject.ts'
import { diagnosis, phone, waitingPhone } from './fake-views.ts'

describe('what the counter is about', () => {
  const ready = phone()

  it('is the form while it is open, then the ticket, then what a phone alone says', () => {
    expect(subjectOf(true, 'ticket-1', ready)).toEqual({ kind: 'form' })
    expect(subjectOf(false, 'ticket-1', ready)).toEqual({ kind: 'ticket', id: 'ticket-1' })
    expect(subjectOf(false, null, phone({ ticketId: 'ticket-2' }))).toEqual({
      kind: 'ticket',
      id: 'ticket-2',
    })
    expect(subjectOf(false, null, ready)).toEqual({ kind: 'phone', phone: ready })
  })

  it('is nothing while no phone could be read', () => {
    expect(subjectOf(false, null, waitingPhone)).toEqual({ kind: 'nothing' })
    expect(subjectOf(false, null, null)).toEqual({ kind: 'nothing' })
  })

  it('takes the selected phone, else the first that is ready, else any', () => {
    expect(chosenPhone([waitingPhone, ready], waitingPhone.key)).toBe(waitingPhone)
    expect(chosenPhone([waitingPhone, ready], null)).toBe(ready)
    expect(chosenPhone([waitingPhone], 'transport-99')).toBe(waitingPhone)
    expect(chosenPhone([], null)).toBeNull()
  })

  it('stays with an unplugged phone, and follows it when it is back under a new key', () => {
    const gone = phone({ state: 'gone' })
    const other = phone({ key: 'transport-9', serial: 'another' })
    const back = phone({ key: 'transport-10' })
    expect(chosenPhone([other, gone], gone.key)).toBe(gone)
    expect(chosenPhone([other, gone, back], gone.key)).toBe(back)
  })

  it('puts beside a ticket its own phone and no other', () => {
    expect(phoneBeside([waitingPhone, ready], waitingPhone, { phoneKey: ready.key })).toBe(ready)
    expect(phoneBeside([waitingPhone], waitingPhone, { phoneKey: null })).toBeNull()
    expect(phoneBeside([waitingPhone], waitingPhone, null)).toBe(waitingPhone)
  })
})

describe('the fold of causes', () => {
  it('opens the first and those more likely than not, and folds the small ones', () => {
    const { likely, unlikely } = foldCauses(diagnosis().causes)
    expect(likely.map(({ open }) => open)).toEqual([true, true, false, false])
    expect(unlikely).toHaveLength(3)
  })

  it('has nothing to fold of nothing', () => {
    expect(foldCauses([])).toEqual({ likely: [], unlikely: [] })
  })
})
