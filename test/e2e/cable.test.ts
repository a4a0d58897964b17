import { afterEach, expect, test } from 'vitest'
import { presets, startAdbServer, startPhone, type SimulatedPhone } from '../simulator/index.ts'
import { COULD_NOT_VERIFY, openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const UNPLUGGED = 'Unplugged in the middle: what was read is kept. Plug the phone in again to go on.'

const clockOf = ({ region }: Desk) => region('Readings').locator('[data-reading="clock.offset"]')
const packageOf = ({ region }: Desk) =>
  region('Readings').locator('[data-reading="package.com.xiaomi.account"]')

/** A phone that gives its clock and then answers no more until the cable is pulled. */
const stuckPhone = async (): Promise<SimulatedPhone> => {
  const phone = await workshop.open(startPhone(presets.clockAndPackage.phone()))
  phone.misbehave({ kind: 'hangs-at', command: 'dumpsys' })
  return phone
}

test('pulled in mid-reading: said within a second, kept, and gone on with when it is plugged in', async () => {
  const adb = await workshop.open(startAdbServer())
  const phone = await stuckPhone()
  await adb.connect(phone)
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  await clockOf(desk).waitFor()
  expect(await packageOf(desk).count()).toBe(0)

  await phone.unplug()
  await desk.region('Readings').getByText(UNPLUGGED).waitFor({ timeout: 1000 })
  await desk.region('Phones').getByText('unplugged', { exact: true }).waitFor({ timeout: 1000 })
  expect(await clockOf(desk).innerText()).toContain('3 days behind')

  phone.misbehave(null)
  await phone.plug()
  await expect.poll(async () => desk.region('Readings').getByText(UNPLUGGED).count()).toBe(0)
  await desk.region('Readings').getByText('Reading the phone').waitFor({ state: 'hidden' })
  await packageOf(desk)
    .getByText(/disabled/i)
    .waitFor()
  expect(await clockOf(desk).innerText()).toContain('3 days behind')
  expect(await desk.region('Phones').getByRole('listitem').count()).toBe(1)
})

test('a second phone is read while the first is stuck, and stays as it is when the first goes', async () => {
  const adb = await workshop.open(startAdbServer())
  const stuck = await stuckPhone()
  const other = await workshop.open(startPhone(presets.findDeviceRemoved.phone()))
  await adb.connect(stuck)
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  await clockOf(desk).waitFor()
  await adb.connect(other)
  const rows = desk.region('Phones').getByRole('listitem')
  await expect.poll(async () => rows.count()).toBe(2)
  await rows.nth(1).getByRole('button').click()
  const findDevice = desk.region('Readings').locator('[data-reading="package.com.xiaomi.finddevice"]')
  await findDevice.getByText(/removed|not installed/i).waitFor()

  await stuck.unplug()
  await desk.region('Phones').getByText('unplugged', { exact: true }).waitFor({ timeout: 1000 })
  await findDevice.getByText(/removed|not installed/i).waitFor()
  expect(await desk.region('Readings').getByText(UNPLUGGED).count()).toBe(0)
  await desk.region('Phones').getByText('ready', { exact: true }).waitFor()
})

test('a phone that waits for Allow says what to do, and is read as soon as it is touched', async () => {
  const adb = await workshop.open(startAdbServer())
  const { unauthorized } = presets
  const phone = await workshop.open(startPhone(unauthorized.phone(), unauthorized.options))
  await adb.connect(phone)
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  await desk.region('Phones').getByText('waiting for Allow').waitFor()
  // The row of the phone that is looked at leaves its steps to the place beside it.
  await desk.page.getByText('Unlock the phone and touch Allow').first().waitFor()
  expect(await clockOf(desk).count()).toBe(0)

  await phone.setAuthorized(true)
  await desk.region('Phones').getByText('ready', { exact: true }).waitFor()
  await clockOf(desk).waitFor({ state: 'attached' })
})

test('a ticket that was opened without its phone gets it when it is plugged in', async () => {
  const adb = await workshop.open(startAdbServer())
  const phone = await workshop.open(startPhone(presets.clockAndPackage.phone()))
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  await writeTicket(desk, { name: 'Asha Rao', number: '98765', said: COULD_NOT_VERIFY })
  await desk.region('Readings').getByText('No phone was read for this ticket').waitFor()
  await adb.connect(phone)
  await desk.page.getByRole('button', { name: /^This is the phone/ }).click()
  await desk.region('Phones').getByText('T-0001', { exact: true }).waitFor()
  await clockOf(desk).waitFor()
  const lead = desk.region('Likely causes').locator('[data-cause]').first()
  await expect.poll(async () => lead.innerText()).toContain('3 days behind')
})

test('a phone that is pulled out while its ticket is written stays the ticket’s', async () => {
  const adb = await workshop.open(startAdbServer())
  const phone = await workshop.open(startPhone(presets.clockAndPackage.phone()))
  await adb.connect(phone)
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  await clockOf(desk).waitFor()
  await desk.button('New ticket').click()
  await desk.page.getByRole('textbox', { name: 'Customer name', exact: true }).fill('Asha Rao')
  await phone.unplug()
  await desk.region('Phones').getByText('No phone connected').waitFor()
  await desk.button('Open ticket').click()
  await desk.region('History').waitFor()
  await clockOf(desk).waitFor()
  expect(await clockOf(desk).innerText()).toContain('3 days behind')
})

test('two phones that agree on another time make the computer’s own clock doubtful', async () => {
  const adb = await workshop.open(startAdbServer())
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  const doubt = desk.region('Phones').getByText('This computer’s clock seems 10 hours behind')
  for (const preset of [presets.healthy, presets.miui10]) {
    const phone = await workshop.open(startPhone(preset.phone()))
    phone.change({ clockOffsetSeconds: 36_000, settings: { global: { auto_time: '1' } } })
    expect(await doubt.count()).toBe(0)
    await adb.connect(phone)
  }
  await doubt.waitFor()
})
