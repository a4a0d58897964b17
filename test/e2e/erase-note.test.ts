import { afterEach, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { COULD_NOT_VERIFY, openDesk, Workshop, writeTicket } from './desk.ts'
import { filesWith } from './files-with.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

test('a password in a note is erased only when it is agreed to, and is then in no file; that there was a note stays', async () => {
  const data = workshop.folder()
  const place = { data, adbPort: await freePort() }
  const desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  const { page, region, button } = desk
  const history = region('History')
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const dialog = page.getByRole('dialog', { name: 'Erase this note’s text?' })

  await desk.goTo('Settings')
  await box('Name').fill('Meera')
  await button('Add').click()
  await page.getByRole('combobox', { name: 'At the counter' }).selectOption('Meera')
  await desk.goTo('Counter')
  await writeTicket(desk, { name: 'Asha Rao', number: '98765 43210', said: COULD_NOT_VERIFY })
  for (const text of ['her password is Zzyzx-hunter2', 'call after six']) {
    await page.keyboard.press('m')
    await box('Write a note').fill(text)
    await page.keyboard.press('Control+Enter')
    await history.getByText(`Note: ${text}`).waitFor()
  }
  await desk.goTo('Settings')
  await button('Make a copy now').click()
  await page.getByText(/1 ticket, opened and checked/u).waitFor()
  await desk.goTo('Counter')

  // Who presses Enter without a look has changed nothing, and is where they were.
  const erase = history.getByRole('button', { name: 'Erase text' })
  await erase.last().click()
  await dialog.getByText('Nobody can bring it back.').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Erase text')
  await history.getByText('Note: her password is Zzyzx-hunter2').waitFor()

  // Where it looks like a password that was kept, putting it right is not enough.
  await history.getByRole('button', { name: 'Put right' }).last().click()
  await box('Put the note right').fill('her secret is Zzyzx-hunter3')
  await page.getByText('Put right, it still stands in the history.').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await button('Erase this note’s text for good').click()
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await page.getByText('The note’s text is erased. 1 copy was made anew without it.').waitFor()
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  expect(await box('Put the note right').count()).toBe(0)
  await history
    .getByRole('listitem')
    .filter({ hasText: 'A note’s text was erased' })
    .getByText('Meera')
    .waitFor()
  await history.getByText('Note: call after six').waitFor()
  expect(await page.getByText('Zzyzx').count()).toBe(0)
  expect(await erase.count()).toBe(1)
  expect(await findingsInBoth(desk)).toEqual([])
  expect(filesWith(data, 'Zzyzx')).toEqual([])
  expect(filesWith(data, 'zzyzx')).toEqual([])

  // What was being typed to put it right is gone with it.
  await desk.goTo('Tickets')
  await desk.goTo('Counter')
  await history.getByText('Note: call after six').waitFor()
  expect(await page.getByText('Zzyzx').count()).toBe(0)
  expect(await box('Put the note right').count()).toBe(0)
})
