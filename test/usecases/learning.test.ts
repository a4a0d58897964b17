import { expect, test } from 'vitest'
import { failed } from '../../src/core/failure.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { closeTicket } from '../../src/usecases/change-ticket.ts'
import { recordAttempt } from '../../src/usecases/record-attempt.ts'
import { learningOf, learnSince } from '../../src/usecases/learning.ts'
import { openTicket } from '../../src/usecases/open-ticket.ts'
import { shopExperience } from '../../src/usecases/shop-experience.ts'
import { startingKnowledge } from '../../src/usecases/starting-knowledge.ts'
import { fakeStore, speech, valueOf } from './fakes.ts'

const counter = async (store = fakeStore().store) => {
  const since = await learnSince(store)
  const starting = await startingKnowledge(store, () => SHIPPED, speech.say)
  const experience = shopExperience({ store, knowledge: starting.knowledge, since: since.now })
  const learning = learningOf({ since, starting, experience, shipped: SHIPPED, language: 'en' })
  const desk = { store, speech, phoneOf: () => null }
  const close = async (count: number): Promise<void> => {
    for (let ticket = 0; ticket < count; ticket += 1) {
      const intake = { customerName: 'Asha Rao', phoneNumber: '98765', said: 'my cousin', symptoms: ['SY01'] }
      const more = { struck: [], consents: [], inspectionId: null }
      const { id } = valueOf(await openTicket(desk, { ...intake, ...more }))
      valueOf(await recordAttempt(desk, { id, fix: 'set-clock', outcome: 'worked', verified: 'sign-in' }))
      valueOf(await closeTicket(desk, id, 'fixed'))
    }
    valueOf(await experience.look())
  }
  return { store, starting, experience, learning, close }
}

const later = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 5)
  })

test('shows what was learnt, from how many tickets, and whether the advice held', async () => {
  const { learning, close } = await counter()
  expect(learning.view()).toMatchObject({ taught: null, causes: [], calibration: { tickets: 0 } })
  await close(12)
  const view = learning.view()
  expect(view.taught).toMatchObject({ tickets: 12 })
  expect(view.causes[0]).toMatchObject({ id: 'clock-wrong' })
  expect(view.calibration.tickets).toBe(12)
  expect(view.calibration.first?.cases).toBe(12)
})

test('what was learnt is set aside, also at the next start, and taken up again; no ticket changes', async () => {
  const { learning, close, store } = await counter()
  await close(3)
  await later()
  const before = valueOf(await store.closedTickets({ since: null, limit: 10 }))
  expect(valueOf(await learning.reset())).toMatchObject({ taught: null, causes: [] })
  expect(valueOf(await store.closedTickets({ since: null, limit: 10 }))).toEqual(before)
  await later()
  await close(1)
  expect(learning.view().taught).toMatchObject({ tickets: 1 })
  const again = await counter(store)
  valueOf(await again.experience.look())
  expect(again.learning.view().taught).toMatchObject({ tickets: 1 })
  expect(again.learning.view().since).not.toBeNull()
  const undone = valueOf(await again.learning.undoReset())
  expect(undone).toMatchObject({ taught: { tickets: 4 }, since: null })
})

test('counts are shared without anybody in them, and another counter begins from them', async () => {
  const one = await counter()
  await one.close(9)
  expect(one.learning.exported()).toEqual(failed('learning.nothing'))
  await one.close(3)
  const { text, tickets } = valueOf(one.learning.exported())
  expect(tickets).toBe(12)
  for (const personal of ['Asha', '98765', 'cousin', 'SY01', 'T-0']) expect(text).not.toContain(personal)

  const other = await counter()
  const priorOf = () => other.starting.knowledge().causes.find(({ id }) => id === 'clock-wrong')?.prior ?? 0
  const shipped = priorOf()
  const view = valueOf(await other.learning.take(text, 'counts.json'))
  expect(view).toMatchObject({ elsewhere: { tickets: 12 }, taught: null })
  const moved = priorOf()
  expect(moved).toBeGreaterThan(shipped)
  // As it is at the next start.
  const again = await startingKnowledge(other.store, () => SHIPPED, speech.say)
  expect(again.elsewhere()).toEqual(view.elsewhere)
  expect(again.knowledge().causes.find(({ id }) => id === 'clock-wrong')?.prior).toBe(moved)
  expect(valueOf(await other.learning.drop()).elsewhere).toBeNull()
  expect(priorOf()).toBe(shipped)
  expect(other.starting.knowledge()).toBe(SHIPPED)
})

test('a file that holds no counts changes nothing and says why', async () => {
  const { learning } = await counter()
  expect(await learning.take('{}', 'a.json')).toEqual(
    failed('learning.file-unusable', { file: 'a.json', why: speech.say('learning.fault.kind') }),
  )
  expect(learning.view().elsewhere).toBeNull()
})
