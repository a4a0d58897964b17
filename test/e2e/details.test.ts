import { afterEach, expect, test } from 'vitest'
import { cli, json } from '../cli/terminal.ts'
import { presets, startAdbServer, startPhone } from '../simulator/index.ts'
import { COULD_NOT_VERIFY, openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const openTicket = async () => {
  const adb = await workshop.open(startAdbServer())
  const phone = await workshop.open(startPhone(presets.healthy.phone()))
  await adb.connect(phone)
  const place = { data: workshop.folder(), adbPort: adb.port }
  const desk = await workshop.open(openDesk(place))
  await desk.button('Save a recording').waitFor()
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: COULD_NOT_VERIFY })
  return { desk, place }
}

const isWhole = async ({ page }: Desk, name: string): Promise<boolean> =>
  page.getByRole('button', { name, exact: true }).evaluate((button) => {
    const { left, bottom, width } = button.getBoundingClientRect()
    const under = document.elementFromPoint(left + width / 2, bottom - 2)
    return under !== null && button.contains(under)
  })

test('on a small screen the details leave the button that ends the case whole', async () => {
  const { desk } = await openTicket()
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  })
  await expect.poll(async () => desk.page.evaluate(() => innerHeight)).toBe(768)
  // A check is answered; a fix ends the case.
  for (let tries = 0; tries < 8 && !(await desk.button('It worked').isVisible()); tries += 1) {
    await desk.button('Cannot tell').click()
    await desk.page.waitForTimeout(900)
  }
  await desk.button('It worked').click()
  await desk.region('Next step').getByText('Hand the phone back').waitFor()
  await desk.button('Details').click()
  await desk.page.getByRole('checkbox', { name: 'read the phone' }).waitFor()
  expect(await isWhole(desk, 'Close ticket')).toBe(true)
})

test('of an erased customer’s phone no serial is told, not even an empty one', async () => {
  const { desk, place } = await openTicket()
  await desk.close()
  const { tickets } = await json<{ tickets: { customer: { id: string } }[] }>(place, ['ticket', 'list'])
  const customer = tickets[0]?.customer.id ?? ''
  expect((await cli(place, ['data', 'erase', '--customer', customer])).exitCode).toBe(0)

  const again = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  await again.goTo('Tickets')
  await again.page.getByRole('link', { name: 'T-0001' }).click()
  const head = again.page.getByRole('region', { name: 'Ticket T-0001' })
  await head.getByText('Erased customer').waitFor()
  await again.button('Details').click()
  expect(await head.innerText()).toMatch(/Phone\s+Xiaomi Pad 6\s+Opened/)
  const readings = await again.region('Readings').innerText()
  expect(readings).toContain('Android 14')
  expect(readings).not.toContain('serial')
})
