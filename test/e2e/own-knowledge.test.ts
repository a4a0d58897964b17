import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { writeOwnFile } from '../../src/core/knowledge/own/own-file.ts'
import { json } from '../cli/terminal.ts'
import { fix as otherFix, OWN } from '../core/knowledge/own/some-own.ts'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const place = async () => ({
  data: workshop.folder(),
  adbPort: await freePort(),
  environment: { BENCHSIDE_ADB: '/nonexistent' },
})

/** The system's own dialogs cannot be driven: they answer as if somebody had chosen this. */
const choose = async ({ app }: Desk, path: string): Promise<void> => {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
}

const field = ({ page }: Desk, name: string) => page.getByLabel(name, { exact: true })
const ownShelf = async (desk: Desk): Promise<void> => {
  await desk.goTo('Knowledge')
  await desk.page.getByRole('radio', { name: /^Own \d+$/ }).click({ force: true })
}
const record = (desk: Desk, title: string) =>
  desk
    .region('Knowledge')
    .getByRole('listitem')
    .filter({ has: desk.page.locator('summary', { hasText: title }) })
    .first()

test('a message, its cause and its fix are written, heard, advised, changed and removed again', async () => {
  const desk = await workshop.open(openDesk(await place()))
  const said = 'It tells me that the second space quota is used up'
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said })
  const causes = desk.region('Likely causes')
  const own = causes.locator('[data-cause="own-second-space-is-full"]')
  expect(await own.count()).toBe(0)

  await ownShelf(desk)
  await desk.region('Knowledge').getByText('Nothing of your own yet').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.button('New message').click()
  await field(desk, 'What the message says, as you would call it').fill('Second space quota')
  // What is wrong stands beside its field, and nothing is saved.
  const phrases = field(desk, 'How people or the phone say it: one way a line, in any language')
  await phrases.fill('quota')
  await desk.button('Save').click()
  await desk.page.getByText('“quota” is too short').waitFor()
  expect(await phrases.getAttribute('aria-invalid')).toBe('true')
  await phrases.fill('second space quota is used up\nквота второго пространства')
  await desk.button('Save').click()
  await record(desk, 'Second space quota').waitFor()

  await desk.button('New cause').click()
  await field(desk, 'What is wrong, in a few words').fill('Second space is full')
  await desk.button('Save').click()
  await desk.page.getByText('Choose at least one message that this cause brings about.').waitFor()
  await field(desk, 'What is known of it').fill('The second user has no room.')
  await field(desk, 'Messages and symptoms that it brings about').selectOption({
    label: 'Second space quota',
  })
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.page.keyboard.press('Control+Enter')
  await record(desk, 'Second space is full').waitFor()

  await desk.button('New fix').click()
  await field(desk, 'What to do, in a few words').fill('Empty the second space')
  await field(desk, 'Causes that it removes').selectOption({ label: 'Second space is full' })
  await field(desk, 'Steps: one a line').fill('Open Settings > Second space.\nRemove what fills it.')
  await field(desk, 'Minutes, without the sign-in try after it').fill('six')
  await desk.page.getByRole('radio', { name: 'needs care' }).click({ force: true })
  await desk.button('Save').click()
  await desk.page.getByText('Write how many minutes it takes, from 1 to 300.').waitFor()
  await field(desk, 'Minutes, without the sign-in try after it').fill('6')
  await desk.button('Save').click()
  await desk.page.getByText('Say what may be lost or must be known first.').waitFor()
  await field(desk, 'What may be lost or must be known first').fill('What is in it is gone.')
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.button('Save').click()
  await record(desk, 'Empty the second space').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])

  // Found by its words in any language, beside shipped ones.
  const filter = desk.page.getByRole('searchbox', { name: 'Filter by words' })
  await filter.fill('квота')
  await desk.page.getByRole('radio', { name: 'Messages 1' }).click({ force: true })
  await record(desk, 'Second space quota').getByText('own', { exact: true }).waitFor()
  await filter.fill('пароль')
  await record(desk, 'customer is sure that it is right').waitFor()
  await filter.fill('')

  // The ticket that was open all the time knows it now.
  await desk.goTo('Counter')
  await own.getByText('own', { exact: true }).waitFor()
  const step = desk.region('Next step')
  await step.getByText('other steps').click()
  await step.getByRole('button', { name: /Empty the second space/ }).click()
  await desk.button('It did not work').click()
  await step.getByText('Tried so far').waitFor()

  // What others rest on stays; the last one goes, and what was tried keeps its name.
  await ownShelf(desk)
  const remove = async (title: string): Promise<void> => {
    const row = record(desk, title)
    await row.locator('summary').click()
    await row.getByRole('button', { name: 'Remove', exact: true }).click()
  }
  await remove('Second space is full')
  const asked = desk.page.getByRole('dialog')
  await asked.getByText('fix “Empty the second space”').waitFor()
  expect(await asked.getByRole('button', { name: 'Remove', exact: true }).count()).toBe(0)
  expect(await findingsInBoth(desk)).toEqual([])
  await asked.getByRole('button', { name: 'Close', exact: true }).click()
  await remove('Empty the second space')
  await asked.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect.poll(async () => record(desk, 'Empty the second space').count()).toBe(0)
  await desk.goTo('Counter')
  await step.getByText('Empty the second space').waitFor()
  await desk
    .region('History')
    .getByText(/“Empty the second space” did not work/)
    .waitFor()
})

test('what is typed outlives a power cut, and comes back when it was thrown away', async () => {
  const here = await place()
  const first = await workshop.open(openDesk(here))
  await ownShelf(first)
  await first.button('New fix').click()
  await field(first, 'What to do, in a few words').fill('Half a fix')
  await field(first, 'Steps: one a line').fill('Begin.')
  await first.page.getByText('Kept as you type').waitFor()
  await first.kill()

  const desk = await workshop.open(openDesk(here))
  await ownShelf(desk)
  await desk.page.getByText('fix “Half a fix”').waitFor()
  await desk.button('Throw away').click()
  await desk.button('Bring it back').click()
  await desk.button('Go on writing').click()
  expect(await field(desk, 'Steps: one a line').inputValue()).toBe('Begin.')
})

test('a file is shown before it is taken, replaces only what it was told to, and comes out again', async () => {
  const here = await place()
  const folder = workshop.folder()
  const desk = await workshop.open(openDesk(here))
  await ownShelf(desk)
  const file = join(folder, 'other-counter.json')
  writeFileSync(file, writeOwnFile(OWN, ''))
  await choose(desk, file)
  await desk.button('Import').click()
  const asked = desk.page.getByRole('dialog', { name: 'other-counter.json: what would come' })
  await asked.getByText('3 new').waitFor()
  await asked.getByText('Nothing has been changed yet.').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await asked.getByRole('button', { name: 'Cancel' }).click()
  expect(await record(desk, otherFix.title).count()).toBe(0)
  await desk.button('Import').click()
  // What is agreed to is what was shown, whatever becomes of the file.
  writeFileSync(file, '{}')
  await asked.getByRole('button', { name: 'Import', exact: true }).click()
  await record(desk, otherFix.title).waitFor()

  writeFileSync(file, writeOwnFile([{ ...otherFix, title: 'Empty them all' }], ''))
  await desk.button('Import').click()
  await asked.getByText('1 that reads otherwise here, and would be replaced').waitFor()
  await asked.getByRole('button', { name: 'Import and replace' }).click()
  await record(desk, 'Empty them all').waitFor()

  writeFileSync(file, '{"kind":"other"}')
  await desk.button('Import').click()
  await desk.page.getByText('other-counter.json cannot be imported').waitFor()

  await desk.button('Export').click()
  await desk.page.getByText('Exported: other-counter.json').waitFor()
  expect(readFileSync(file, 'utf8')).toContain('Empty them all')
})

test('what the terminal has imported is there when somebody comes back to the window', async () => {
  const here = await place()
  const desk = await workshop.open(openDesk(here))
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: 'Dual apps space is full' })
  const file = join(workshop.folder(), 'own.json')
  writeFileSync(file, writeOwnFile(OWN, ''))
  await json(here, ['knowledge', 'import', file])
  // No window manager gives the focus in a test.
  await desk.app.evaluate(({ app, BrowserWindow }) => {
    app.emit('browser-window-focus', {}, BrowserWindow.getAllWindows()[0])
  })
  await desk
    .region('Likely causes')
    .locator('[data-cause="own-dual-apps-full"]')
    .waitFor({ state: 'attached' })
  await ownShelf(desk)
  expect(await desk.page.getByRole('radio', { name: 'Own 3' }).count()).toBe(1)
})

test('a check of the shop’s own is written, advised, answered, and counts', async () => {
  const desk = await workshop.open(openDesk(await place()))
  await ownShelf(desk)
  await desk.button('New check').click()
  await field(desk, 'What to look at, as a question').fill('Is it on our list of old phones?')
  await desk.button('Save').click()
  await desk.page.getByText('Choose at least one cause for which something is found.').waitFor()
  await field(desk, 'Steps: one a line').fill('Take the list from the drawer.\nLook for the model.')
  await field(desk, 'Minutes').fill('1')
  await field(desk, 'When all is well: what that says, in a sentence').fill('It is not on the list')
  await field(desk, 'When something is found: what that says, in a sentence').fill('It is on the list')
  await field(desk, 'Causes for which something is found').selectOption({
    label: 'MIUI or HyperOS is too old for the sign-in service',
  })
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.button('Save').click()
  await record(desk, 'Is it on our list of old phones?').waitFor()
  await desk.goTo('Counter')
  const said = 'Old Redmi 4 with MIUI 8 gets an error at sign-in while the newer phone is fine.'
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said })
  const step = desk.region('Next step')
  await step.getByRole('heading', { name: 'Is it on our list of old phones?' }).waitFor()
  await desk.button('It is on the list').click()
  const cause = desk.region('Likely causes').locator('[data-cause="system-too-old"]')
  await cause.getByText('It is on the list').first().waitFor()
  await desk.region('History').getByText('Check “Is it on our list of old phones?”: fails').waitFor()
})
