import type { Locator } from 'playwright'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { COULD_NOT_VERIFY, openDesk, Workshop, writeTicket, type Desk } from './desk.ts'
import { filesWith } from './files-with.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const open = async (data = workshop.folder()): Promise<Desk> => {
  const place = { data, adbPort: await freePort() }
  return workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
}

const box = ({ page }: Desk, name: string): Locator => page.getByRole('textbox', { name, exact: true })

const show = async (desk: Desk, number: string): Promise<void> => {
  await desk.goTo('Counter')
  await desk.goTo('Tickets')
  await desk.page.getByRole('link', { name: number }).click()
  await desk.region(`Ticket ${number}`).waitFor()
}

const twoTickets = async (desk: Desk): Promise<void> => {
  await writeTicket(desk, { name: 'Asha Rao', number: '98765 43210', said: COULD_NOT_VERIFY })
  await writeTicket(desk, { name: 'Bela Kun', number: '91234 56789', said: COULD_NOT_VERIFY })
}

const fold = async ({ page }: Desk, name: string): Promise<void> =>
  page.locator('summary', { hasText: name }).click()

const UNSAVED = 'Not saved yet.'

test('corrections and intake of a ticket are there again after a look elsewhere, at their own ticket alone', async () => {
  const desk = await open()
  const { page, button, region } = desk
  await twoTickets(desk)
  await show(desk, 'T-0001')
  await button('Details').click()
  await fold(desk, 'Put name, number or words right')
  await box(desk, 'Customer name').fill('Asha Rau')
  await fold(desk, 'Condition, what is left with it')
  await box(desk, 'Quote').fill('1,499')
  await page.getByRole('checkbox', { name: 'scratches' }).check()
  await page.getByText(UNSAVED).nth(1).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])

  await show(desk, 'T-0002')
  expect(await box(desk, 'Customer name').count()).toBe(0)
  await button('Details').click()
  await fold(desk, 'Put name, number or words right')
  expect(await box(desk, 'Customer name').inputValue()).toBe('Bela Kun')
  expect(await page.getByText(UNSAVED).count()).toBe(0)

  await show(desk, 'T-0001')
  expect(await box(desk, 'Customer name').inputValue()).toBe('Asha Rau')
  expect(await box(desk, 'Quote').inputValue()).toBe('1,499')
  expect(await page.getByRole('checkbox', { name: 'scratches' }).isChecked()).toBe(true)

  // One is saved, the other thrown away: neither comes back.
  await button('Save what is right').click()
  await region('History').getByText('Asha Rau').waitFor()
  await expect.poll(async () => page.getByText(UNSAVED).count()).toBe(1)
  await button('Throw away what was typed').click()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save')
  expect(await box(desk, 'Quote').inputValue()).toBe('')
  await show(desk, 'T-0002')
  await show(desk, 'T-0001')
  await region('Ticket T-0001').getByRole('link', { name: 'Asha Rau' }).waitFor()
  expect(await box(desk, 'Customer name').count()).toBe(0)
})

test('what is picked at a step, and a correction of a note, are there again', async () => {
  const desk = await open()
  const { page, button, region } = desk
  await twoTickets(desk)
  await show(desk, 'T-0001')
  for (let tries = 0; tries < 8 && !(await button('It worked').isVisible()); tries += 1) {
    await button('Cannot tell').click()
    await page.waitForTimeout(900)
  }
  await page.getByLabel('Minutes').fill('17')
  await page.getByRole('combobox', { name: 'Result' }).selectOption('declined')
  await button('Write a note').click()
  await box(desk, 'Write a note').fill('call after six')
  await button('Keep the note').click()
  await region('History').getByRole('button', { name: 'Put right' }).click()
  await box(desk, 'Put the note right').fill('call after seven')

  await show(desk, 'T-0002')
  expect(await box(desk, 'Put the note right').count()).toBe(0)
  expect(await page.getByRole('combobox', { name: 'Result' }).inputValue()).toBe('not-fixed')
  await show(desk, 'T-0001')
  expect(await page.getByLabel('Minutes').inputValue()).toBe('17')
  expect(await page.getByRole('combobox', { name: 'Result' }).inputValue()).toBe('declined')
  expect(await box(desk, 'Put the note right').inputValue()).toBe('call after seven')

  // Recorded: the next try begins with nothing picked.
  await button('It did not work').click()
  await expect
    .poll(
      async () => (await page.getByLabel('Minutes').count()) === 0 || page.getByLabel('Minutes').inputValue(),
    )
    .not.toBe('17')
  expect(await page.getByRole('combobox', { name: 'Result' }).inputValue()).toBe('not-fixed')
  await button('Keep the note').click()
  await region('History').getByText('Note put right: call after seven').waitFor()
  await show(desk, 'T-0002')
  await show(desk, 'T-0001')
  expect(await box(desk, 'Put the note right').count()).toBe(0)
})

test('numbers of a phone and the settings of the shop are there again', async () => {
  const desk = await open()
  const { page, button, region } = desk
  await button('New ticket').click()
  await box(desk, 'Customer name').fill('Asha Rao')
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  // In one go, as no test's keyboard on a busy machine is sure to type.
  await page.evaluate((code) => {
    for (const key of [...Array.from(code), 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }, '490154203237518')
  await expect.poll(async () => box(desk, 'IMEI').inputValue()).toBe('490154203237518')
  await button('Open ticket').click()
  await region('History').waitFor()
  await button('Details').click()
  await page.getByRole('link', { name: 'All that is known of this phone' }).click()
  await box(desk, 'Model, as written on it').fill('Redmi Note 12')
  await desk.goTo('Settings')
  await box(desk, 'Name').fill('Mee')
  await desk.goTo('Tickets')
  await show(desk, 'T-0001')
  await button('Details').click()
  await page.getByRole('link', { name: 'All that is known of this phone' }).click()
  expect(await box(desk, 'Model, as written on it').inputValue()).toBe('Redmi Note 12')
  await button('Save').click()
  await page.getByText(UNSAVED).waitFor({ state: 'hidden' })
  expect(await box(desk, 'Model, as written on it').inputValue()).toBe('Redmi Note 12')
  await desk.goTo('Settings')
  expect(await box(desk, 'Name').inputValue()).toBe('Mee')
  await button('Add').click()
  await expect.poll(async () => box(desk, 'Name').inputValue()).toBe('')
})

test('what was typed about somebody goes when they are erased, and what was typed about others stays', async () => {
  const desk = await open()
  const { page, button } = desk
  await twoTickets(desk)
  for (const number of ['T-0001', 'T-0002']) {
    await show(desk, number)
    await button('Write a note').click()
    await box(desk, 'Write a note').fill(`of ${number}`)
  }
  await show(desk, 'T-0001')
  await button('Erase this customer').click()
  await button('Erase for good').click()
  await page.getByText(/^Erased\./u).waitFor()
  await show(desk, 'T-0002')
  expect(await box(desk, 'Write a note').inputValue()).toBe('of T-0002')
  await show(desk, 'T-0001')
  expect(await box(desk, 'Write a note').count()).toBe(0)
})

test('what was typed is there after a power cut, and of the erased in no file', async () => {
  const data = workshop.folder()
  const desk = await open(data)
  await twoTickets(desk)
  for (const number of ['T-0001', 'T-0002']) {
    await show(desk, number)
    await desk.button('Write a note').click()
    await box(desk, 'Write a note').fill(`zzyzx of ${number}`)
  }
  await expect.poll(() => filesWith(data, 'zzyzx of T-0002').length).toBeGreaterThan(0)
  await desk.kill()

  const again = await open(data)
  await show(again, 'T-0002')
  expect(await box(again, 'Write a note').inputValue()).toBe('zzyzx of T-0002')
  await show(again, 'T-0001')
  expect(await box(again, 'Write a note').inputValue()).toBe('zzyzx of T-0001')
  await again.button('Erase this customer').click()
  await again.button('Erase for good').click()
  await again.page.getByText(/^Erased\./u).waitFor()
  expect(filesWith(data, 'zzyzx of T-0001')).toEqual([])
  await again.close()
  expect(filesWith(data, 'zzyzx of T-0001')).toEqual([])
  expect(filesWith(data, 'zzyzx of T-0002').length).toBeGreaterThan(0)
})
