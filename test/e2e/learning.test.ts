import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import { startAdbServer } from '../simulator/index.ts'
import { attempted, intake, valueOf } from '../storage/some-record.ts'
import { findings } from './axe.ts'
import { openDesk, Workshop } from './desk.ts'
import { someShop } from './some-shop.ts'

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

test('what was learnt is shown, set aside, taken up again and shared', { timeout: 120_000 }, async () => {
  const data = workshop.folder()
  await someShop(data, 70, new Date())
  const adb = await workshop.open(startAdbServer())
  const desk = await workshop.open(openDesk({ data, adbPort: adb.port }))
  await desk.goTo('Reports')
  await desk.page.getByRole('radio', { name: 'What was learnt' }).check({ force: true })
  const learnt = desk.region('What was learnt')
  await learnt.getByText(/^63 closed tickets, /u).waitFor({ timeout: 30_000 })
  const clock = learnt.getByRole('row', { name: /clock, date/u }).first()
  expect(await clock.innerText()).toMatch(/[\d.]+ %\s+[\d.]+ %\s+[\d.]+ % to [\d.]+ %\s+n = 63/u)
  await learnt.getByRole('radio', { name: 'HyperOS IN' }).check({ force: true })
  expect(await clock.innerText()).not.toContain('n = 63')
  expect(await findings(desk)).toEqual([])

  const file = join(workshop.folder(), 'counts.json')
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, file)
  await desk.button('Save counts to share').click()
  await desk.page.getByText(/^counts\.json: counts of [4-6]\d tickets$/u).waitFor()
  expect(readFileSync(file, 'utf8')).not.toMatch(/Asha|12345|verify|T-00/u)

  await desk.button('Forget what was learnt').click()
  await learnt.getByText('Nothing learnt yet').waitFor()
  expect(await findings(desk)).toEqual([])
  await desk.button('Undo: learn from all tickets again').click()
  await learnt.getByText(/^63 closed tickets, /u).waitFor({ timeout: 30_000 })

  await desk.button('Begin from another shop’s counts').click()
  await learnt
    .getByText(/^Starting guesses begin from another shop’s [4-6]\d tickets/u)
    .waitFor({ timeout: 30_000 })
  await desk.button('Leave them out again').click()
  // The closed tickets are weighed again by the guesses that count now.
  await learnt.getByText(/^Starting guesses begin/u).waitFor({ state: 'detached', timeout: 30_000 })

  await desk.page.getByRole('radio', { name: 'Did the advice hold?' }).check({ force: true })
  const held = desk.region('Did the advice hold?')
  await held
    .getByText(/^The cause named first was there in [\d.]+ % of \d+ tickets/u)
    .waitFor({ timeout: 30_000 })
  expect(await held.getByRole('img').getAttribute('aria-label')).toMatch(/the table says the same/u)
  expect(await held.getByRole('row').count()).toBe(7)
  expect(await findings(desk)).toEqual([])
})
