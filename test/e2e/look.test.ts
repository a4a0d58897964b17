import type { Locator } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { findings } from './axe.ts'
import { COULD_NOT_VERIFY, openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

const workshop = new Workshop()
let desk: Desk
beforeEach(async () => {
  const place = { data: workshop.folder(), adbPort: await freePort() }
  // No adb program: nothing is started that no one would end.
  desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
})
afterEach(async () => workshop.close())

const openTraining = async (): Promise<void> => {
  await desk.button('Try with a training phone').click()
  await desk.region('Readings').locator('[data-reading="clock.offset"]').waitFor()
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: COULD_NOT_VERIFY })
}

const stepTitle = async (): Promise<string> =>
  desk.region('Next step').getByRole('heading', { level: 3 }).first().innerText()

test('the training phone leads from the first reading to a closed ticket', async () => {
  await openTraining()
  for (let tries = 0; tries < 8 && (await desk.button('Close ticket').count()) < 2; tries += 1) {
    const title = await stepTitle()
    if (await desk.button('It did not work').isVisible()) {
      if (/app/i.test(title)) break
      await desk.button('It did not work').click()
    } else await desk.button('Cannot tell').click()
    await expect.poll(stepTitle, { timeout: 5000 }).not.toBe(title)
  }
  expect(await stepTitle()).toMatch(/app/i)
  // A button that is gone has taken nobody's place with it.
  const place = async () =>
    desk.page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-label'))
  expect(await place()).toBe('Next step')
  await desk.button('It worked').click()
  await desk.region('Next step').getByText('Hand the phone back').waitFor()
  expect(await place()).toBe('Next step')
  await desk.button('Close ticket').click()
  await desk.region('Next step').getByText('Fixed and handed back').waitFor()
  expect(await place()).toBe('Next step')
})

/** A shared machine may stand still for seconds. */
const SOON = { timeout: 30_000 }

test('the focus is taken from nobody, a new step is seen from its beginning, a fold that opens is in view', async () => {
  const { page } = desk
  const inView = async (place: Locator): Promise<boolean> =>
    place.evaluate((element) => {
      const { left, bottom } = element.getBoundingClientRect()
      const under = document.elementFromPoint(left + 4, bottom - 2)
      return under !== null && (element.contains(under) || under.contains(element))
    })
  await desk.button('Try with a training phone').focus()
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  await desk.button('Try with a training phone').evaluate((button) => {
    ;(button as HTMLElement).click()
  })
  await desk.region('Readings').locator('[data-reading="clock.offset"]').waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: COULD_NOT_VERIFY })
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720)
  })
  await expect.poll(async () => page.evaluate(() => innerHeight), SOON).toBe(720)
  const others = page.getByText(/other steps?$/u)
  await others.click()
  const step = desk.region('Next step').locator('details[open]', { has: others }).locator('li').first()
  await expect.poll(async () => inView(step), SOON).toBe(true)
  const title = await stepTitle()
  await desk.button('It did not work').click()
  await expect.poll(stepTitle, SOON).not.toBe(title)
  const heading = desk.region('Next step').getByRole('heading', { level: 3 }).first()
  await expect.poll(async () => inView(heading), SOON).toBe(true)
})

test('Escape leaves the search box, and no page', async () => {
  const { page } = desk
  await page.keyboard.press('/')
  const focused = async () => page.evaluate(() => document.activeElement?.tagName)
  await expect.poll(focused, SOON).toBe('INPUT')
  await page.keyboard.press('Escape')
  expect(await focused()).toBe('BODY')
  await desk.region('Phones').waitFor()
  expect(await page.evaluate(() => location.hash)).not.toContain('tickets')
})

test('a ticket is opened, worked and closed with the keyboard alone', async () => {
  const { keyboard } = desk.page
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let tabs = 0; tabs < 120; tabs += 1) {
      const focused = await desk.page.evaluate(() => document.activeElement?.textContent ?? '')
      if (name.test(focused) && focused.length < 60) return
      await keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${String(name)}`)
  }
  await tabTo(/^Try with a training phone/)
  await keyboard.press('Enter')
  await desk.region('Readings').locator('[data-reading="clock.offset"]').waitFor()
  await desk.page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  await keyboard.press('n')
  await desk.page.getByRole('textbox', { name: 'Customer name' }).waitFor()
  await expect.poll(async () => desk.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  // A scanner's Enter leads on and opens nothing.
  await keyboard.type('Asha Rao')
  await keyboard.press('Enter')
  await keyboard.type('98765')
  await keyboard.press('Tab')
  await keyboard.type(COULD_NOT_VERIFY)
  await keyboard.press('Control+Enter')
  await desk.region('History').waitFor()
  const title = await stepTitle()
  const awake = async (): Promise<void> => desk.page.locator('[data-shortcut="w"]:enabled').waitFor()
  await awake()
  // Pressed twice: the second one is not for the step that nobody has seen.
  await keyboard.press('f')
  await desk.page.waitForTimeout(150)
  await keyboard.press('f')
  await expect.poll(stepTitle, { timeout: 5000 }).not.toBe(title)
  await awake()
  const tried = desk.region('Next step').getByText('did not work', { exact: true })
  expect(await tried.count()).toBe(1)
  await keyboard.press('w')
  await desk.region('Next step').getByText('Hand the phone back').waitFor()
  await tabTo(/^Close ticket/)
  await keyboard.press('Enter')
  await desk.region('Next step').getByText('Fixed and handed back').waitFor()
  await keyboard.press('2')
  await desk.page.getByRole('row', { name: /Asha Rao/ }).waitFor()
})

describe.each(['Light', 'Dark'])('%s', (theme) => {
  test('axe finds nothing on any page', async () => {
    await openTraining()
    await desk.goTo('Settings')
    const choice = desk.page.getByRole('radio', { name: theme })
    await choice.click({ force: true })
    // It shows what is saved.
    await expect.poll(async () => choice.isChecked()).toBe(true)
    const found: Record<string, string[]> = {}
    for (const page of ['Settings', 'Counter', 'Tickets', 'Knowledge', 'Reports'] as const) {
      await desk.goTo(page)
      await desk.page.waitForTimeout(300)
      found[page] = await findings(desk)
    }
    expect(found).toEqual({ Settings: [], Counter: [], Tickets: [], Knowledge: [], Reports: [] })
  })
})
