import { afterEach, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, writeTicket } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

test('when the phone is handed back, the customer is told what belongs to the cause', async () => {
  const place = { data: workshop.folder(), adbPort: await freePort() }
  // No adb program: nothing is started that no one would end.
  const desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: 'I forgot my password' })
  const step = desk.region('Next step')
  const title = async (): Promise<string> => step.getByRole('heading', { level: 3 }).first().innerText()
  for (let tries = 0; tries < 8 && !(await title()).startsWith('Set a new password'); tries += 1) {
    const before = await title()
    const isFix = await desk.button('It did not work').isVisible()
    await desk.button(isFix ? 'It did not work' : 'Cannot tell').click()
    await expect.poll(title, { timeout: 5000 }).not.toBe(before)
  }
  expect(await step.getByText('Tell the customer').count()).toBe(0)
  await desk.button('It worked').click()
  await step.getByText('Hand the phone back').waitFor()
  const told = step.getByRole('note').filter({ hasText: 'Tell the customer' })
  await told.getByText('Use a long password that is used nowhere else').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.button('Close ticket').click()
  await step.getByText('Fixed and handed back').waitFor()
  expect(await told.count()).toBe(1)
})
