import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { json } from '../cli/terminal.ts'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

/** A shared machine may stand still for seconds. */
const SOON = { timeout: 30_000 }

const workshop = new Workshop()
afterEach(async () => workshop.close())

const open = async (): Promise<Desk> =>
  workshop.open(
    openDesk({
      data: workshop.folder(),
      adbPort: await freePort(),
      environment: { BENCHSIDE_ADB: '/nonexistent' },
    }),
  )

/** Whoever is asked for a file or a folder picks this one; null: nobody does. */
const willPick = async ({ app }: Desk, path: string | null): Promise<void> =>
  app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: picked === null, filePaths: picked === null ? [] : [picked] })
  }, path)

const exported = async (desk: Desk): Promise<string> => {
  const folder = workshop.folder()
  await desk.goTo('Settings')
  await willPick(desk, folder)
  await desk.button('Export the record').click()
  await desk.page.getByText(`Exported to ${folder}`).waitFor()
  const [made = ''] = readdirSync(folder)
  return join(folder, made)
}

test('the whole record goes out as files, and where it cannot be written that is said', async () => {
  const desk = await open()
  const { page, button } = desk
  await writeTicket(desk, { name: 'Asha Rao', number: '98765 43210', said: 'cannot verify' })
  await desk.goTo('Settings')
  await willPick(desk, null)
  await button('Export the record').click()
  const noFolder = join(workshop.folder(), 'file')
  writeFileSync(noFolder, '')
  await willPick(desk, noFolder)
  await button('Export the record').click()
  const safety = desk.region('Safety of the record')
  const why = safety.getByRole('alert').getByText(noFolder)
  await why.waitFor()
  // Where it can be read, though the button stands at the lower edge.
  await expect
    .poll(
      async () =>
        why.evaluate((words) => {
          const { left, bottom } = words.getBoundingClientRect()
          return words.contains(document.elementFromPoint(left + 4, bottom - 2))
        }),
      SOON,
    )
    .toBe(true)
  expect(await page.getByText(/^Exported to/u).count()).toBe(0)
  expect(await findingsInBoth(desk)).toEqual([])

  const folder = await exported(desk)
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(['record.json', 'tickets.csv', 'customers.csv', 'history.csv']),
  )
  expect(readFileSync(join(folder, 'tickets.csv'), 'utf8')).toContain('cannot verify')
  // What went wrong before is no longer said.
  await expect.poll(async () => safety.getByRole('alert').getByText(noFolder).count(), SOON).toBe(0)
})

test('an import says first what it would do, line by line, and a file of something else is refused', async () => {
  const first = await open()
  await writeTicket(first, { name: 'Asha Rao', number: '98765 43210', said: 'cannot verify' })
  const file = join(await exported(first), 'record.json')
  await first.close()

  const desk = await open()
  const { page, button } = desk
  await writeTicket(desk, { name: 'Bela Kun', number: '91234', said: 'wrong password' })
  await desk.goTo('Settings')
  const other = join(workshop.folder(), 'other.json')
  writeFileSync(other, '{"kind":"other"}')
  await willPick(desk, other)
  await button('Import a file').click()
  await page.getByText('other.json is not a record that was exported').waitFor()

  // A line of it that is spoilt takes nothing of the others with it.
  const spoilt = join(workshop.folder(), 'spoilt.json')
  const lines = readFileSync(file, 'utf8').split('\n')
  const at = lines.findIndex((line) => line.startsWith('{"customer"'))
  expect(at).toBeGreaterThan(0)
  writeFileSync(spoilt, lines.toSpliced(at, 0, '{"customer":{"id":7}},').join('\n'))
  await willPick(desk, spoilt)
  await button('Import a file').click()
  const dialog = page.getByRole('dialog', { name: 'Import this file?' })
  await dialog.getByText(/1 left out/u).waitFor()
  await dialog.getByText(`Line ${String(at + 1)}: customer.id is not as it should be`).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await desk.goTo('Tickets')
  await page.getByRole('row', { name: /Bela Kun/u }).waitFor()
  expect(await page.getByRole('row', { name: /Asha Rao/u }).count()).toBe(0)

  // What was agreed to is the file as it was tried, and no other.
  await desk.goTo('Settings')
  await button('Import a file').click()
  await dialog.getByText(/1 left out/u).waitFor()
  writeFileSync(spoilt, readFileSync(spoilt, 'utf8').replace('Asha Rao', 'Not Asha'))
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByText(/was changed after it was tried/u).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await desk.goTo('Tickets')
  await page.getByRole('row', { name: /Bela Kun/u }).waitFor()
  expect(await page.getByRole('row', { name: /Asha/u }).count()).toBe(0)

  await desk.goTo('Settings')
  await willPick(desk, file)
  await button('Import a file').click()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText(/^Imported\. \d+ new, 0 changed\.$/u).waitFor()
  await desk.goTo('Tickets')
  await page.getByRole('row', { name: /Asha Rao/u }).waitFor()
  await page.getByRole('row', { name: /Bela Kun/u }).waitFor()

  // Once more: nothing in it is new, and there is nothing to agree to.
  await desk.goTo('Settings')
  await button('Import a file').click()
  await dialog.getByText('Nothing in it is new here.').waitFor()
  expect(await dialog.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0)
  expect(await findingsInBoth(desk)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(existsSync(file)).toBe(true)
})

test('what the terminal has imported stands in the list when somebody comes back to the window', async () => {
  const first = await open()
  await writeTicket(first, { name: 'Asha Rao', number: '98765 43210', said: 'cannot verify' })
  const file = join(await exported(first), 'record.json')
  await first.close()

  const here = { data: workshop.folder(), adbPort: await freePort() }
  const desk = await workshop.open(openDesk({ ...here, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  await desk.goTo('Tickets')
  await desk.page.getByText('No tickets yet').waitFor()
  // No window manager takes or gives the focus in a test.
  const emit = (event: 'browser-window-blur' | 'browser-window-focus') =>
    desk.app.evaluate(({ app, BrowserWindow }, name) => {
      app.emit(name, {}, BrowserWindow.getAllWindows()[0])
    }, event)
  await emit('browser-window-blur')
  // One turn of the desk, so that it has seen where the record stood.
  await desk.page.evaluate('window.desk.call("settings.get", {})')
  await json(here, ['data', 'import', file])
  await emit('browser-window-focus')
  await desk.page.getByRole('row', { name: /Asha Rao/u }).waitFor()
  expect(await desk.page.getByText('No tickets yet').count()).toBe(0)
})
