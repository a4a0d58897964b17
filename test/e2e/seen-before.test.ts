import { afterEach, expect, test } from 'vitest'
import { presets, startAdbServer, startPhone } from '../simulator/index.ts'
import { COULD_NOT_VERIFY, openDesk, Workshop, writeTicket } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

test('a phone and a customer that come again are known, with what helped the last time', async () => {
  const adb = await workshop.open(startAdbServer())
  const phone = await workshop.open(startPhone(presets.clockAndPackage.phone()))
  await adb.connect(phone)
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  const { page, region, button } = desk
  const readings = region('Readings')
  await readings.locator('[data-reading="clock.offset"]').waitFor()
  expect(await readings.getByText('Was here before').count()).toBe(0)
  await writeTicket(desk, { name: 'Asha Rao', number: '+91 98765 43210', said: COULD_NOT_VERIFY })
  expect(await readings.getByText('Was here before').count()).toBe(0)
  const step = await region('Next step').getByRole('heading', { level: 3 }).first().innerText()
  await button('It worked').click()
  await region('Next step').getByText('Hand the phone back').waitFor()
  await button('Close ticket').click()
  await region('Next step').getByText('Fixed and handed back').waitFor()
  await button('Done').click()

  await readings.getByText('Was here before').waitFor()
  await readings.getByRole('link', { name: 'T-0001' }).waitFor()
  await readings.getByText(`“${step}” helped`).waitFor()

  await button('New ticket').click()
  const form = page.getByRole('form').or(page.locator('form'))
  await page.getByRole('textbox', { name: 'Phone number', exact: true }).fill('098765-43210')
  await expect.poll(() => form.getByRole('link', { name: 'T-0001' }).count(), { timeout: 5000 }).toBe(1)
  await form.getByText('same phone').waitFor()
  await page.getByRole('combobox').first().selectOption('')
  await form.getByText('same number').waitFor()
  await form.getByRole('link', { name: 'T-0001' }).click()
  await page.getByText('T-0001').first().waitFor()
  await desk.goTo('Counter')
  expect(await page.getByRole('textbox', { name: 'Phone number', exact: true }).inputValue()).toBe(
    '098765-43210',
  )
})
