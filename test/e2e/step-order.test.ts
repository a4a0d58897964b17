import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

const workshop = new Workshop()
let desk: Desk
beforeEach(async () => {
  const place = { data: workshop.folder(), adbPort: await freePort() }
  desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
})
afterEach(async () => workshop.close())

const step = () => desk.region('Next step')
const title = async (): Promise<string> => step().getByRole('heading', { level: 3 }).first().innerText()

test('what loses data is shut until the customer agrees to what is lost, by name', async () => {
  const said = 'I put a custom rom on it, code 70069'
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said })
  await expect.poll(title).toBe('Go back to the official system')
  await step().getByText('This cannot be taken back. All data on the phone is lost.').waitFor()
  expect(await desk.button('It worked').count()).toBe(0)
  expect(await desk.button('It did not work').count()).toBe(0)
  expect(await step().getByRole('listitem').filter({ hasText: 'bootloader' }).count()).toBe(0)
  await desk.button('The customer knows and agrees').click()
  await desk
    .region('History')
    .getByText(
      /The customer agreed to “Go back to the official system”, knowing: All data on the phone is lost/,
    )
    .waitFor()
  await desk.button('It did not work').click()
  await expect.poll(title).not.toBe('Go back to the official system')
  // A gentle step asks for nothing of the kind.
  expect(await desk.button('The customer knows and agrees').count()).toBe(0)
})

test('the plain checklist stands behind a switch, and the numbers behind each cause', async () => {
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: 'it says region not supported' })
  const list = step().getByRole('list', { name: 'The guide’s steps, in its order' })
  expect(await list.count()).toBe(0)
  await desk.page.getByRole('radio', { name: 'Checklist' }).check()
  expect(await list.getByRole('listitem').count()).toBe(8)
  const second = list.getByRole('button').nth(1)
  await second.click()
  expect(await second.innerText()).toContain(await title())
  await desk.button('It did not work').click()
  await list.getByText('did not work').first().waitFor()
  await desk.page.getByRole('radio', { name: 'Advice' }).check()
  const cause = desk.region('Likely causes').locator('[data-cause]').first()
  await cause.getByText('The numbers').click()
  await cause.getByText('Starting guess, before anything is known of this phone').waitFor()
  expect(await cause.locator('dd').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^× \d/u)]),
  )
  await step().getByText('What would change this advice').click()
  await step()
    .getByText(/then “.+” comes first/u)
    .first()
    .waitFor()
})
