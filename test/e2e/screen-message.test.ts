import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { CommandName } from '../../src/contract/commands.ts'
import type { TicketPageView } from '../../src/contract/views.ts'
import { presets, startAdbServer, startPhone } from '../simulator/index.ts'
import { openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const OTHER_TEXT = 'asha.rao@example.com'
const READ = 'Read the message on the screen'

/** Every file below the data folder that holds these words, in one of the ways in which text is written down. */
const filesWith = (folder: string, words: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return bytes.includes(Buffer.from(words)) || bytes.includes(Buffer.from(words, 'utf16le'))
    })

const askedForScreen = (phone: {
  readonly commands: readonly { readonly words: readonly string[] }[]
}): number => phone.commands.filter(({ words }) => words[0] === 'uiautomator').length

const call = async ({ page }: Desk, name: CommandName, input: object): Promise<unknown> =>
  page.evaluate(`window.desk.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)

const openTicketId = async (desk: Desk): Promise<string> => {
  const all = { search: '', result: null, training: null, before: null, skip: 0, limit: 1 }
  const listed = await call(desk, 'ticket.page', { ...all, state: 'diagnosing' })
  return (listed as { value: TicketPageView }).value.lines[0]?.id ?? ''
}

const intake = (name: string) => ({ name, number: '', said: 'it does not work' })

test('the message on the screen becomes a symptom with the customer’s consent, and nothing else is kept', async () => {
  const adb = await workshop.open(startAdbServer())
  const phone = await workshop.open(startPhone(presets.couldNotVerify.phone()))
  await adb.connect(phone)
  const data = workshop.folder()
  const desk = await workshop.open(openDesk({ data, adbPort: adb.port }))
  const readings = desk.region('Readings')
  await readings.locator('[data-reading="clock.offset"]').waitFor({ state: 'attached' })

  await writeTicket(desk, intake('Without consent'))
  await readings.getByText('once the customer agrees that we read the phone').waitFor()
  expect(await desk.button(READ).count()).toBe(0)
  const refused = await call(desk, 'ticket.readScreen', { id: await openTicketId(desk) })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'screen.no-consent' } })
  expect(askedForScreen(phone)).toBe(0)

  await desk.button('The customer agrees').click()
  await desk.region('History').getByText('The customer agrees: the phone may be read').waitFor()
  await desk.button(READ).click()
  await desk.page.getByText('Found: “Couldn’t verify Mi Account”').waitFor()
  await desk.region('History').getByText('Known from the screen: “Couldn’t verify Mi Account ID”').waitFor()
  await desk.button('Details').click()
  await desk.page
    .getByRole('region', { name: /^Ticket T-/ })
    .getByText(/Couldn’t verify/)
    .first()
    .waitFor()

  phone.change({ screen: { locked: true } })
  await desk.button(READ).click()
  await readings.getByText('Unlock the phone').waitFor()
  phone.change({ screen: { locked: false, texts: [OTHER_TEXT] } })
  await desk.button(READ).click()
  await desk.page.getByText('No known message on the screen.').waitFor()

  expect(askedForScreen(phone)).toBe(3)
  expect(phone.writes()).toEqual([])
  expect(await desk.page.content()).not.toContain(OTHER_TEXT)
  await desk.close()
  expect(filesWith(data, 'could-not-verify')).not.toEqual([])
  expect(filesWith(data, OTHER_TEXT)).toEqual([])
  expect(filesWith(data, 'Mother: call me back')).toEqual([])
})

test('a training phone has no screen to read, and says so', async () => {
  const adb = await workshop.open(startAdbServer())
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  await desk.button('Try with a training phone').click()
  await desk.region('Readings').locator('[data-reading="clock.offset"]').waitFor({ state: 'attached' })
  await desk.button('New ticket').click()
  await desk.page.getByRole('checkbox', { name: 'read the phone' }).check()
  await writeTicketInForm(desk, 'Trainee')
  await desk.region('Readings').getByText('a training phone has no screen').waitFor()
  expect(await desk.button(READ).count()).toBe(0)
})

async function writeTicketInForm({ page, button }: Desk, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Customer name', exact: true }).fill(name)
  await button('Open ticket').click()
  await page.getByRole('region', { name: 'History' }).waitFor()
}
