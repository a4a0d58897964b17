import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { failed } from '../../src/core/failure.ts'
import { diagnose } from '../../src/core/diagnosis/diagnose.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { NO_EXPERIENCE } from '../../src/core/learning/experience.ts'
import { closeTicket, reopenTicket } from '../../src/usecases/change-ticket.ts'
import { recordAttempt } from '../../src/usecases/record-attempt.ts'
import { openTicket } from '../../src/usecases/open-ticket.ts'
import { shopExperience } from '../../src/usecases/shop-experience.ts'
import { showTicket } from '../../src/usecases/show-ticket.ts'
import { fakeStore, speech, valueOf } from './fakes.ts'

const CAUSE = 'clock-wrong'
const FIX = 'set-clock'

const shop = (over: Parameters<typeof fakeStore>[0] = {}) => {
  const record = fakeStore(over)
  const weighed: string[] = []
  const store = {
    ...record.store,
    outcome: (id: string) => {
      weighed.push(id)
      return record.store.outcome(id)
    },
  }
  let changes = 0
  const experience = shopExperience({
    store,
    knowledge: () => SHIPPED,
    changed: () => {
      changes += 1
    },
  })
  const own = {
    ...speech,
    get experience() {
      return experience.now()
    },
  }
  const desk = { store, speech: own, phoneOf: () => null }
  const open = async () =>
    valueOf(
      await openTicket(desk, {
        customerName: 'Asha Rao',
        phoneNumber: '',
        said: '',
        symptoms: ['SY01'],
        struck: [],
        consents: [],
        inspectionId: null,
      }),
    )
  const closeFixed = async (fix = FIX): Promise<string> => {
    const { id } = await open()
    valueOf(await recordAttempt(desk, { id, fix, outcome: 'worked', verified: 'sign-in' }))
    valueOf(await closeTicket(desk, id, 'fixed'))
    return id
  }
  return { ...record, experience, desk, open, closeFixed, weighed, changes: () => changes }
}

test('after closed tickets with one cause that cause is likelier on the next one, and the reason says n', async () => {
  const { experience, open, closeFixed, desk } = shop()
  const { id, diagnosis: before } = await open()
  for (let count = 0; count < 12; count += 1) await closeFixed()
  valueOf(await experience.look())
  const after = valueOf(await showTicket(desk, id)).diagnosis
  const [was, is] = [before, after].map(({ causes }) => causes.find((cause) => cause.id === CAUSE))
  expect(was).not.toHaveProperty('learned')
  expect(is?.probability).toBeGreaterThan((was?.probability ?? 1) * 1.3)
  const share = is?.learned?.shares[0]
  expect(is?.learned?.guess).toBe(was?.prior)
  expect(share).toMatchObject({ group: '', cases: 12, value: is?.prior })
  expect(share?.low).toBeLessThan(share?.value ?? 0)
  expect(share?.high).toBeGreaterThan(share?.value ?? 1)
  expect(is?.because.find(({ evidence }) => evidence === 'prior')?.text).toMatch(
    /^This shop, n = 12: about \d+ in 100 such cases \(\d+ to \d+ eight times of ten\); the starting guess was \d+$/u,
  )
})

test('a ticket is weighed once, and again only when it ended anew', async () => {
  const { experience, closeFixed, desk, weighed, changes } = shop()
  const first = await closeFixed()
  valueOf(await experience.look())
  const second = await closeFixed()
  valueOf(await experience.look())
  valueOf(await experience.look())
  expect(weighed).toEqual([first, second])
  expect(changes()).toBe(2)
  valueOf(await reopenTicket(desk, first))
  valueOf(await experience.look())
  expect(experience.now().get('')?.tickets).toBe(1)
  valueOf(await recordAttempt(desk, { id: first, fix: FIX, outcome: 'failed', verified: 'word' }))
  valueOf(await closeTicket(desk, first, 'not-fixed'))
  valueOf(await experience.look())
  expect(weighed).toEqual([first, second, first])
  expect(experience.now().get('')).toMatchObject({ tickets: 2, cases: 1.5 })
})

test('looks that wait for one that runs are one look, and see what happened meanwhile', async () => {
  const { experience, closeFixed, weighed } = shop()
  const first = await closeFixed()
  const running = experience.look()
  const second = await closeFixed()
  await Promise.all([running, experience.look(), experience.look()])
  expect(weighed.toSorted()).toEqual([first, second])
  expect(experience.now().get('')?.tickets).toBe(2)
})

test('a record that cannot be read changes nothing, and is looked at again', async () => {
  let isBroken = true
  const { experience, closeFixed, store } = shop({})
  await closeFixed()
  const trouble = failed('record.full')
  const flaky = shopExperience({
    store: { ...store, outcome: (id) => (isBroken ? Promise.resolve(trouble) : store.outcome(id)) },
    knowledge: () => SHIPPED,
  })
  expect(await flaky.look()).toEqual(trouble)
  expect(flaky.now()).toBe(NO_EXPERIENCE)
  isBroken = false
  valueOf(await flaky.look())
  expect(flaky.now().get('')?.tickets).toBe(1)
  experience.close()
  valueOf(await experience.look())
  expect(experience.now()).toBe(NO_EXPERIENCE)
})

test('a record without closed tickets changes no diagnosis', async () => {
  const { experience, open, changes } = shop()
  await open()
  valueOf(await experience.look())
  expect(changes()).toBe(0)
  const ids = (records: readonly { readonly id: string }[]) => fc.subarray(records.map(({ id }) => id))
  fc.assert(
    fc.property(ids(SHIPPED.symptoms), ids(SHIPPED.fixes), (symptoms, fixes) => {
      const input = {
        symptoms,
        attempts: fixes.slice(0, 4).map((fix) => ({ fix, outcome: 'failed' as const })),
      }
      const plain = diagnose(input, SHIPPED, 'en')
      expect(diagnose(input, SHIPPED, 'en', experience.now())).toEqual(plain)
      expect(plain.causes.every((cause) => !('learned' in cause))).toBe(true)
      expect(new Map(plain.causes.map(({ id, prior }) => [id, prior]))).toEqual(
        new Map(SHIPPED.causes.map(({ id, prior }) => [id, prior])),
      )
    }),
    { numRuns: 20 },
  )
})
