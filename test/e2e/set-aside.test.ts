import { afterEach, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { COULD_NOT_VERIFY, openDesk, Workshop, writeTicket } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

test('a ticket is set aside, found by what it waits for, goes on, and is fetched', async () => {
  const place = { data: workshop.folder(), adbPort: await freePort() }
  const desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  const { page, region, button } = desk
  const head = region('Ticket T-0001')
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: COULD_NOT_VERIFY })
  await button('Set aside').click()
  expect(await findingsInBoth(desk)).toEqual([])
  // By keyboard alone, and the keyboard stays with the ticket.
  await button('72 hours').focus()
  await page.keyboard.press('Enter')
  await head.getByText('Waits for 72 hours, until').waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Details')
  await region('History').getByText('Waiting for 72 hours to pass').waitFor()

  await desk.goTo('Tickets')
  await page.getByRole('radio', { name: 'Waiting' }).click({ force: true })
  await page.getByRole('row', { name: /Asha Rao.*Waits for 72 hours/ }).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.goTo('Counter')
  await button('Back to the bench').click()
  await head.getByText('Diagnosing').waitFor()
  await button('Set aside').click()
  await button('Declined').click()
  await region('Next step').getByText('Ready for pick-up, declined').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await button('Close ticket').click()
  await head.getByText('Closed, declined').waitFor()
})
