import { afterEach, expect, test } from 'vitest'
import { cli } from '../cli/terminal.ts'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const TICKETS = 3000

const openSeeded = async (): Promise<Desk> => {
  const place = { data: workshop.folder(), adbPort: await freePort() }
  const seeded = await cli(place, ['data', 'seed', '--tickets', String(TICKETS), '--seed', '1'])
  expect(seeded.exitCode).toBe(0)
  const desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  await desk.goTo('Tickets')
  await desk.page.getByText('3,000 tickets').waitFor()
  return desk
}

const focused = ({ page }: Desk): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '')

test('a list of any length is walked by keys from end to end, and only what is in view is there', async () => {
  const desk = await openSeeded()
  const { page } = desk
  expect(await page.getByRole('row').count()).toBeLessThan(80)
  await page.keyboard.press('Control+f')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Search tickets')
  await page.keyboard.press('ArrowDown')
  expect(await focused(desk)).toBe('T-3000')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused(desk)).toBe('T-2999')
  await page.keyboard.press('End')
  await expect.poll(() => focused(desk)).toBe('T-0001')
  await page.keyboard.press('PageUp')
  await expect.poll(() => focused(desk)).not.toBe('T-0001')
  await page.keyboard.press('End')
  await expect.poll(() => focused(desk)).toBe('T-0001')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Ticket T-0001' }).waitFor()
})

test('what is scrolled away takes the focus with it, and another list begins at its top', async () => {
  const desk = await openSeeded()
  const { page } = desk
  const list = page.locator('[data-virtual-list]')
  await page.keyboard.press('Control+f')
  await page.keyboard.press('ArrowDown')
  expect(await focused(desk)).toBe('T-3000')
  await list.evaluate((element) => {
    element.scrollTo({ top: 36 * 39 })
  })
  await page.getByRole('link', { name: 'T-2960' }).waitFor()
  // What stands in its place now is a ticket that nobody went to.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  // The same where the window, and with it the number of lines, becomes another.
  await page.keyboard.press('Control+f')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused(desk)).toMatch(/^T-/u)
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(1280, 650)
  })
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await list.evaluate((element) => {
    element.scrollTo({ top: 36 * 39 })
  })
  await page.getByRole('searchbox', { name: 'Search tickets' }).fill('verif')
  await page.locator('mark').first().waitFor()
  expect(await list.evaluate((element) => element.scrollTop)).toBe(0)
})

test('what is typed is found and marked, filters narrow it, and an empty list says why', async () => {
  const desk = await openSeeded()
  const { page } = desk
  const box = page.getByRole('searchbox', { name: 'Search tickets' })
  await box.pressSequentially('verif')
  await page.getByRole('row').nth(1).locator('mark').first().waitFor()
  const marks = await page.locator('mark').allInnerTexts()
  expect(marks.length).toBeGreaterThan(5)
  expect(new Set(marks.map((mark) => mark.toLowerCase()))).toEqual(new Set(['verif']))
  await box.fill('无法验证')
  await page.getByText('手机').first().waitFor()
  await expect.poll(() => page.locator('mark').first().innerText()).toBe('无法验证')
  expect(await findingsInBoth(desk)).toEqual([])
  await page.getByRole('combobox', { name: 'Phones' }).selectOption('Training phones')
  await box.fill('verify qqqq')
  await page.getByText('No ticket here has “verify qqqq”').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.button('Show all').click()
  await page.getByText('No ticket has “verify qqqq”').waitFor()
  await desk.button('Clear the search').click()
  await page.getByText('3,000 tickets').waitFor()
})
