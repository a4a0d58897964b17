import { afterEach, expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import { startAdbServer } from '../simulator/index.ts'
import { attempted, intake, valueOf } from '../storage/some-record.ts'
import { openDesk, Workshop } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const withFixedTickets = async (count: number): Promise<string> => {
  const folder = workshop.folder()
  const store = valueOf(await openSqliteStore(folder))
  for (let number = 0; number < count; number += 1) {
    const { id } = valueOf(await store.openTicket(intake()))
    valueOf(await store.changeTicket(id, () => attempted('worked', 'set-clock')))
    const at = '2026-11-23T10:02:00.000Z'
    const event = { at, who: 'counter', code: 'closed', details: { result: 'fixed' } } as const
    valueOf(
      await store.changeTicket(id, () => done({ state: 'closed', result: 'fixed', closedAt: at, event })),
    )
  }
  await store.close()
  return folder
}

test('what closed tickets have taught stands beside the starting guess, with how many they were', async () => {
  const adb = await workshop.open(startAdbServer())
  const place = { data: await withFixedTickets(12), adbPort: adb.port }
  const desk = await workshop.open(openDesk(place))
  await desk.button('Try with a training phone').click()
  const cause = desk.region('Likely causes').locator('[data-cause="clock-wrong"]')
  await cause.getByText('The numbers', { exact: true }).click()
  await cause.getByText('This shop, n = 12 closed tickets', { exact: true }).waitFor()
  const numbers = await cause.locator('dl').innerText()
  expect(numbers).toMatch(
    /Starting guess[^\n]*\n+[\d.]+ %\n+This shop[^\n]*\n+[\d.]+ % \([\d.]+ % to [\d.]+ %\)/u,
  )
})
