import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
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
const toFix = async (): Promise<void> => {
  for (let tries = 0; tries < 8 && !(await desk.button('It worked').isVisible()); tries += 1) {
    const before = await title()
    await desk.button('Cannot tell').click()
    await expect.poll(title, { timeout: 5000 }).not.toBe(before)
  }
}

test('several steps before one sign-in have one outcome, and nobody is told that it was the first', async () => {
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: 'cannot verify mi account' })
  await toFix()
  const first = await title()
  // By the keyboard: what stands folded is opened, ticked, and the outcome is one key.
  const more = step().locator('summary', { hasText: 'Something else was done before this sign-in' })
  if ((await step().getByRole('checkbox').filter({ visible: true }).count()) === 0) {
    await more.focus()
    await desk.page.keyboard.press('Enter')
  }
  const other = step().getByRole('checkbox').filter({ visible: true }).first()
  await other.focus()
  await desk.page.keyboard.press('Space')
  const second = await other.locator('xpath=..').innerText()
  await step().getByText(`One outcome for 2 steps: “${first}”, “${second}”`).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])

  await desk.page.keyboard.press('w')
  await step().getByText('Hand the phone back').waitFor()
  await step().getByText('Which of them it was is not known; the likeliest stands first.').waitFor()
  await step().getByText('before one sign-in', { exact: true }).waitFor()
  await desk
    .region('History')
    .getByText(/“.+”, “.+” before one sign-in: it worked/u)
    .waitFor()
  expect(await findingsInBoth(desk)).toEqual([])

  // It did not last: both are taken back, and neither is advised again.
  await desk.page.keyboard.press('f')
  await desk.button('It worked').or(desk.button('Cannot tell')).first().waitFor()
  expect([first, second]).not.toContain(await title())
  await toFix()
  const third = await title()
  await desk.button('It worked').click()
  await step().getByText(`“${third}” worked.`).waitFor()
})
