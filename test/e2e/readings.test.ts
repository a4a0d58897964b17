import { afterEach, expect, test } from 'vitest'
import { presets, somePhone, startAdbServer, startPhone, type PhoneState } from '../simulator/index.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const openOn = async (state: PhoneState): Promise<Desk> => {
  const adb = await workshop.open(startAdbServer())
  const phone = await workshop.open(startPhone(state))
  await adb.connect(phone)
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  await desk.button('Save a recording').waitFor()
  return desk
}

const row = ({ region }: Desk, id: string) => region('Readings').locator(`[data-reading="${id}"]`)
const copied = async ({ app }: Desk): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())
const focused = async ({ page }: Desk): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.closest('[data-reading]')?.getAttribute('data-reading') ?? null)

test('what speaks for a cause stands first; the rest, the answer and a copy are one key away', async () => {
  const desk = await openOn(presets.clockAndPackage.phone())
  const { page } = desk
  const shown = desk.region('Readings').locator('[data-reading]:visible')
  const first = await shown.evaluateAll((rows) => rows.map((one) => one.getAttribute('data-reading')))
  expect(new Set(first.slice(0, 2))).toEqual(new Set(['clock.offset', 'package.com.xiaomi.account']))
  expect(first.length).toBeLessThan(8)

  await page.keyboard.press('a')
  await row(desk, 'phone.brand').waitFor()
  expect(await shown.count()).toBeGreaterThan(40)
  await page.keyboard.press('a')
  await row(desk, 'phone.brand').waitFor({ state: 'hidden' })

  await page.keyboard.press('e')
  await expect.poll(async () => focused(desk)).toBe(first[0])
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => focused(desk)).toBe(first[1])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await focused(desk)).toBe(first[0])
  await page.keyboard.press('c')
  await page.getByText('Copied: 3 days behind', { exact: true }).waitFor()
  expect(await copied(desk)).toBe('3 days behind')
  expect(await focused(desk)).toBe(first[0])

  await page.keyboard.press('d')
  const clock = row(desk, 'clock.offset')
  await clock.getByText('date +%s.%N', { exact: true }).waitFor()
  const basis = await clock.innerText()
  expect(basis).toMatch(/Speaks for\s+The clock, date or time zone is wrong/)
  expect(basis).toMatch(/Answer\s+\d{10}\.\d+/)
  expect(basis).toMatch(new RegExp(`Measured at\\s+\\d+ \\w+ ${String(new Date().getFullYear())}`))
  await clock.getByRole('button', { name: 'Copy all of it' }).click()
  await page.getByText('Copied: Clock', { exact: true }).waitFor()
  expect(await copied(desk)).toMatch(/^Clock: 3 days behind\nSpeaks for: .*\nCommand: date/u)
  expect(await findingsInBoth(desk)).toEqual([])
})

test('a click copies a reading', async () => {
  const desk = await openOn(presets.clockAndPackage.phone())
  const account = row(desk, 'package.com.xiaomi.account').getByRole('button').first()
  // A sign that nobody sees keeps the version on one line; it is not copied.
  const words = (await account.innerText()).replaceAll('\u2060', '')
  await account.click()
  await desk.page.getByText(`Copied: ${words}`, { exact: true }).waitFor()
  expect(await copied(desk)).toBe(words)
})

test('what could not be read says so in view, with its reason, and is not among the fine ones', async () => {
  const desk = await openOn(somePhone({ missingCommands: ['df'] }))
  const storage = row(desk, 'storage.free')
  await storage.getByText('This phone does not have the command.').waitFor()
  expect(await storage.getAttribute('data-tone')).toBe('unknown')
  await storage.getByRole('button', { name: /rests on/ }).click()
  expect(await storage.innerText()).toMatch(/Reason\s+This phone does not have the command\./)
})

test('the list of keys tells of all of them', async () => {
  const desk = await openOn(presets.healthy.phone())
  await desk.page.keyboard.press('?')
  const list = desk.page.getByRole('dialog', { name: 'Keyboard' })
  for (const words of [
    'Go to the readings; ↑ and ↓ go through them',
    'Copy the reading you are at',
    'What it rests on: answer, command, time',
    'Show the readings that are fine too',
    'Save a recording',
    'Open a recording',
  ])
    await list.getByText(words, { exact: true }).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
})
