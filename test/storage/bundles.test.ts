import { expect, test } from 'vitest'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { meantBy } from '../../src/core/search/meant-by.ts'
import { speak } from '../../src/core/words/index.ts'
import { done } from '../../src/core/failure.ts'
import { closeTicket, reopenTicket } from '../../src/usecases/change-ticket.ts'
import { recordAttempt } from '../../src/usecases/record-attempt.ts'
import { showTicket } from '../../src/usecases/show-ticket.ts'
import { newFolder, openStore } from './open-for-test.ts'
import { inspectionNamed, intake, valueOf } from './some-record.ts'

const speech = { knowledge: SHIPPED, language: 'en', say: speak('en') } as const
const NOW = '2026-12-23T10:00:00.000Z'
const BOTH = ['set-clock', 'restore-package']

/** A ticket on which two fixes were done before the one sign-in that worked. */
const shop = async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const desk = { store, speech, phoneOf: () => null }
  valueOf(await store.beginInspection(inspectionNamed('one')))
  valueOf(await store.nameDevice('one', { serial: 'S1', model: 'M', marketName: 'Note 12', training: false }))
  const { id } = valueOf(await store.openTicket(intake({ inspectionId: 'one' })))
  const attempt = (fix: string, others: readonly string[], outcome: 'worked' | 'failed') =>
    recordAttempt(desk, { id, fix, with: others, outcome, verified: 'sign-in', minutes: 9 })
  const close = () => closeTicket(desk, id, 'fixed')
  return { folder, store, desk, id, attempt, close }
}

test('several before one sign-in are kept as one try, with none of them said to be the one', async () => {
  const { folder, store, desk, id, attempt, close } = await shop()
  const view = valueOf(await attempt('FX25', ['FX24', 'restore-package'], 'worked'))
  expect(view).toMatchObject({
    state: 'fixed',
    workedFix: null,
    attempts: [{ minutes: 9 }, { minutes: null }],
  })
  expect(view.workedTogether.toSorted()).toEqual(BOTH.toSorted())
  expect(view.attempts.map(({ fix }) => fix)).toEqual(['restore-package', 'set-clock'])
  const [first, second] = view.attempts
  expect(first?.bundle).toEqual(expect.any(String))
  expect(second?.bundle).toBe(first?.bundle)
  expect(view.history.at(-1)?.what).toMatch(/^“.+”, “.+” before one sign-in: it worked, .+, 9 min$/u)
  expect(view.diagnosis.next).toBeNull()
  valueOf(await close())
  await store.close()
  const again = await openStore(folder)
  expect(valueOf(await showTicket({ ...desk, store: again }, id))).toMatchObject({
    state: 'closed',
    workedFix: null,
    workedTogether: view.workedTogether,
  })
})

test('the likeliest to have helped stands first: what was known before says which', async () => {
  const { store, attempt, id } = await shop()
  valueOf(
    await store.changeTicket(id, () =>
      done({
        symptoms: ['SY01', 'SY16'],
        event: { at: NOW, who: 'c', code: 'symptoms', details: {} },
      }),
    ),
  )
  const view = valueOf(await attempt('FX24', ['FX27', 'FX25'], 'worked'))
  const helps = (fix: string): number =>
    view.diagnosis.causes.reduce(
      (sum, { id: cause, probability }) =>
        sum + probability * (SHIPPED.fixes.find((each) => each.id === fix)?.fixes[cause] ?? 0),
      0,
    )
  expect(view.workedTogether).toHaveLength(3)
  expect(helps(view.workedTogether[0] ?? '')).toBeGreaterThan(helps(view.workedTogether[2] ?? ''))
})

test('learning, reports, search and the next visit know that it was one of them', async () => {
  const { store, id, attempt, close } = await shop()
  valueOf(await attempt('FX24', ['FX25'], 'worked'))
  valueOf(await close())
  const outcome = valueOf(await store.outcome(id))
  expect(outcome).toMatchObject({ workedFix: null })
  expect(outcome?.workedTogether.toSorted()).toEqual(BOTH.toSorted())
  expect(new Set(outcome?.attempts.map(({ bundle }) => bundle)).size).toBe(1)

  const { fixes, returns } = valueOf(await store.report({ from: null, to: null, now: NOW }))
  expect(fixes.all.map(({ worked }) => [worked.hits, worked.cases])).toEqual([
    [0.5, 1],
    [0.5, 1],
  ])
  expect(returns.map(({ worked }) => [worked.hits, worked.cases])).toEqual([
    [0, 0.5],
    [0, 0.5],
  ])

  // A cause's own title finds tickets in which a fix for it worked, or may have.
  for (const cause of ['clock-wrong', 'account-app-disabled']) {
    const { title } = SHIPPED.causes.find((each) => each.id === cause) ?? { title: { en: '' } }
    const search = title.en
    const meant = meantBy(search, SHIPPED, 'en')
    expect(valueOf(await store.tickets({ search, meant, state: null, limit: 5 })).total).toBe(1)
  }
  const [seen] = valueOf(await store.seenBefore({ phoneNumber: '+92 300 12345' }))
  expect(seen).toMatchObject({ workedFix: null })
  expect(seen?.workedTogether.toSorted()).toEqual(BOTH.toSorted())
})

test('a bundle that did not last is taken back whole, and counted so', async () => {
  const { store, desk, id, attempt, close } = await shop()
  valueOf(await attempt('FX24', ['FX25'], 'worked'))
  valueOf(await close())
  valueOf(await reopenTicket(desk, id))
  const view = valueOf(await attempt('FX06', [], 'worked'))
  expect(view).toMatchObject({ workedFix: 'clear-app-data', workedTogether: [] })
  valueOf(await close())
  const { returns } = valueOf(await store.report({ from: null, to: null, now: NOW }))
  expect(returns.map(({ fix, worked }) => [fix, worked.hits])).toEqual(
    BOTH.toSorted().map((fix) => [fix, 0.5]),
  )
})
