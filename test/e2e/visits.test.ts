import { afterEach, expect, test } from 'vitest'
import { presets, startAdbServer, startPhone } from '../simulator/index.ts'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { COULD_NOT_VERIFY, openDesk, Workshop, writeTicket } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const IMEI = '490154203237518'

test('an intake with all that was noted, notes, a scanned IMEI, a rework and two customers who are one', async () => {
  const place = { data: workshop.folder(), adbPort: await freePort() }
  const desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  const { page, region, button } = desk
  const box = (name: string) => page.getByRole('textbox', { name, exact: true })
  const history = region('History')

  await desk.goTo('Settings')
  await box('Name').fill('Meera')
  await button('Add').click()
  await page.getByRole('combobox', { name: 'At the counter' }).selectOption('Meera')
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.goTo('Counter')

  // Scanned from anywhere while a ticket is written: it is the phone's, and not looked for.
  await button('New ticket').click()
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  // In one go, as no test's keyboard on a busy machine is sure to type.
  await page.evaluate((code) => {
    for (const key of [...Array.from(code), 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }, IMEI)
  await expect.poll(async () => box('IMEI').inputValue()).toBe(IMEI)
  await box('Customer name').fill('Asha Rao')
  await box('Phone number').fill('+91 98765 43210')
  await box('What the customer says').fill('wrong password, her password is Asha1234')
  await page.getByText('This looks like a password').waitFor()
  await button('Take it out').click()
  expect(await box('What the customer says').inputValue()).toBe('wrong password, her password is …')
  await page.getByText('Condition, what is left with it').click()
  await page.getByRole('checkbox', { name: 'scratches' }).check()
  await box('Quote').fill('1,499')
  expect(await findingsInBoth(desk)).toEqual([])
  await button('Open ticket').click()
  await history.getByText('Condition: scratches · Quote: 1499.00').waitFor()
  expect(await history.getByText('Meera').count()).toBeGreaterThan(1)

  await page.keyboard.press('m')
  await box('Write a note').fill('call after six')
  await page.keyboard.press('Control+Enter')
  await history.getByText('Note: call after six').waitFor()
  await history.getByRole('button', { name: 'Put right' }).click()
  await box('Put the note right').fill('call after seven')
  expect(await findingsInBoth(desk)).toEqual([])
  await button('Keep the note').click()
  await history.getByText('Note put right: call after seven').waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  await button('Close ticket').click()
  await region('Ticket T-0001').getByText('Closed, not fixed').waitFor()
  await button('Done').click()

  // The same phone again, written down by hand; the customer as somebody else at first.
  await button('New ticket').click()
  await box('Customer name').fill('A. Rao')
  await box('Phone number').fill('098765 43210')
  await page.getByRole('checkbox', { name: 'Rework of T-0001' }).check()
  await button('Open ticket').click()
  await history.getByText('Rework of T-0001').waitFor()
  await region('Ticket T-0002').getByRole('link', { name: 'A. Rao' }).click()
  await page.getByText('Their ticket moves to A. Rao').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await button('Asha Rao is the same person').click()
  await page.getByText('Also written as').waitFor()
  await region('Tickets').getByRole('link', { name: 'T-0001' }).waitFor()

  await region('Tickets').getByRole('link', { name: 'phone' }).click()
  await region('Phone').getByText('It was never read here.').waitFor()
  expect(await box('IMEI').inputValue()).toBe(IMEI)
  await box('Model, as written on it').fill('Redmi Note 12')
  await button('Save').click()
  await region('Tickets').getByRole('link', { name: 'T-0001' }).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await region('Tickets').getByRole('link', { name: 'T-0001' }).click()
  await history.getByText('Model written down: Redmi Note 12').waitFor()
  await history.getByText('Came back: rework on T-0002').waitFor()
})

test('that a ticket is a rework can be said later, and a note that is being written is lost by no look elsewhere', async () => {
  const place = { data: workshop.folder(), adbPort: await freePort() }
  const desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  const { page, region, button } = desk
  const note = page.getByRole('textbox', { name: 'Write a note' })
  await writeTicket(desk, { name: 'Asha Rao', number: '98765 43210', said: COULD_NOT_VERIFY })
  await page.keyboard.press('m')
  await note.waitFor()
  // Nothing was written: Escape leaves it. What was written stays, here and elsewhere.
  await page.keyboard.press('Escape')
  await note.waitFor({ state: 'hidden' })
  await page.keyboard.press('m')
  await note.fill('call after six')
  await page.keyboard.press('Escape')
  expect(await note.inputValue()).toBe('call after six')
  await desk.goTo('Tickets')
  await desk.goTo('Counter')
  expect(await note.inputValue()).toBe('call after six')
  await button('Keep the note').click()
  await region('History').getByText('Note: call after six').waitFor()
  expect(await note.count()).toBe(0)
  await button('Close ticket').click()
  await button('Done').click()

  await button('New ticket').click()
  await page.getByRole('textbox', { name: 'Phone number', exact: true }).fill('98765 43210')
  const same = page.getByRole('checkbox', { name: 'The same customer: Asha Rao' })
  await same.check()
  // Who is called otherwise is not the same, nor is another number's ticket what this is the rework of.
  const name = page.getByRole('textbox', { name: 'Customer name', exact: true })
  await name.fill('Bela Kun')
  expect(await same.isChecked()).toBe(false)
  await page.getByRole('checkbox', { name: 'Rework of T-0001' }).check()
  await page.getByRole('textbox', { name: 'Phone number', exact: true }).fill('91234 56789')
  await same.waitFor({ state: 'hidden' })
  await button('Open ticket').click()
  await region('Ticket T-0002').getByRole('link', { name: 'Bela Kun' }).waitFor()
  expect(await region('History').getByText('Rework of').count()).toBe(0)
  await button('Close ticket').click()
  await button('Done').click()

  await button('New ticket').click()
  await page.getByRole('textbox', { name: 'Phone number', exact: true }).fill('98765 43210')
  await same.check()
  await button('Open ticket').click()
  await region('History').waitFor()
  await button('Details').click()
  await page.getByText('It is a rework', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Rework of' }).selectOption({ index: 1 })
  expect(await findingsInBoth(desk)).toEqual([])
  await page
    .locator('details[open]', { hasText: 'It is a rework' })
    .getByRole('button', { name: 'Save' })
    .click()
  await region('History').getByText('Rework of T-0001').waitFor()
  expect(await page.getByText('It is a rework', { exact: true }).count()).toBe(0)
})

test('a ticket that was opened on an IMEI alone is given the phone that is plugged in, on either page', async () => {
  const adb = await workshop.open(startAdbServer())
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  const { page, region, button } = desk
  await button('New ticket').click()
  await page.getByText('IMEI, model, serial').click()
  await page.getByRole('textbox', { name: 'IMEI', exact: true }).fill(IMEI)
  await page.getByRole('textbox', { name: 'Customer name', exact: true }).fill('Asha Rao')
  await button('Open ticket').click()
  await region('History').waitFor()
  const phone = await workshop.open(startPhone(presets.clockAndPackage.phone()))
  await adb.connect(phone)
  const give = page.getByRole('button', { name: /This is the phone/ })
  await give.waitFor()
  await desk.goTo('Tickets')
  await page.getByRole('link', { name: 'T-0001' }).click()
  await give.click()
  await region('Readings').locator('[data-reading="clock.offset"]').waitFor()
  expect(await give.count()).toBe(0)
  await region('Ticket T-0001').getByRole('button', { name: 'Details' }).click()
  await region('Ticket T-0001').getByText(IMEI).waitFor()
})

test('the training phone cannot be given to a customer’s ticket', async () => {
  const place = { data: workshop.folder(), adbPort: await freePort() }
  const desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: COULD_NOT_VERIFY })
  await desk.button('Try with a training phone').click()
  await desk.region('Phones').getByText('Training').first().waitFor()
  await desk.goTo('Tickets')
  await desk.goTo('Counter')
  await desk.page.waitForTimeout(1500)
  expect(await desk.page.getByRole('button', { name: /This is the phone/ }).count()).toBe(0)
})
