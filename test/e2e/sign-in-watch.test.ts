import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { presets, startAdbServer, startPhone, type SimulatedPhone } from '../simulator/index.ts'
import { waitUntil } from '../simulator/wait-until.ts'
import { openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const WATCH = 'Watch a sign-in'
const STOP = 'Stop watching'
const SECRETS = ['+919876543210', 'asha.rao@example.com', 'V1:passToken3fA9']

const askedForLog = ({ commands }: SimulatedPhone): number =>
  commands.filter(({ words }) => words[0] === 'logcat').length

const openCounter = async () => {
  const adb = await workshop.open(startAdbServer())
  const phone = await workshop.open(startPhone(presets.healthy.phone()))
  await adb.connect(phone)
  const place = { data: workshop.folder(), adbPort: adb.port }
  const desk = await workshop.open(openDesk(place))
  await desk.region('Readings').locator('[data-reading="clock.offset"]').waitFor({ state: 'attached' })
  await writeTicket(desk, { name: 'Asha Rao', number: '', said: 'it does not work' })
  return { phone, place, desk }
}

const agreeAndWatch = async (desk: Desk, phone: SimulatedPhone): Promise<void> => {
  await desk.button('The customer agrees').click()
  const before = askedForLog(phone)
  await desk.button(WATCH).click()
  await desk.region('Sign-in watch').getByText('Let the customer sign in once now.').waitFor()
  await waitUntil('logcat to run', () => askedForLog(phone) > before)
  // A press so soon after the one before is none of stopping.
  await desk.page.waitForTimeout(700)
}

const seen = ({ region }: Desk, words: string) => region('Sign-in watch').locator(`[data-logged="${words}"]`)

const chanceOf = async ({ region }: Desk, cause: string): Promise<string> =>
  region('Likely causes').locator(`[data-cause="${cause}"] summary`).first().innerText()

test('a code in the log of a phone that signs in is shown, kept, and moves the causes', async () => {
  const { phone, place, desk } = await openCounter()
  await desk.region('Readings').getByText('a sign-in watched, once the customer agrees').waitFor()
  expect(await desk.button(WATCH).count()).toBe(0)
  const before = await chanceOf(desk, 'captcha-demanded')
  await agreeAndWatch(desk, phone)
  await desk
    .region('Sign-in watch')
    .getByText(/^0:0\d of 3:00$/)
    .waitFor()

  phone.log('UserEnvironment', `contacts ${SECRETS.join(' ')}`)
  phone.log('OtherApp', `message from ${SECRETS.join(' ')}`)
  phone.log('XMPassport', `processLoginContent, code: 87001, desc: ${SECRETS.join(' ')}`)
  await seen(desk, 'code 87001').getByText('captcha is wanted').waitFor()
  const lead = desk.region('Likely causes').locator('[data-cause="captcha-demanded"]')
  // The numbers under it say it once more.
  await lead
    .getByText(/^The phone’s log said, at \d\d:\d\d by the phone’s clock: code 87001$/)
    .first()
    .waitFor()
  expect(await chanceOf(desk, 'captcha-demanded')).not.toBe(before)
  phone.log(
    'PassportLoginRequest',
    'javax.net.ssl.SSLHandshakeException: Chain validation failed\n\tat a.b.c(D.java:1)\nCaused by: java.security.cert.CertificateNotYetValidException: Certificate not valid until x',
    'W',
  )
  await seen(desk, 'the server’s certificate is not valid yet').waitFor()
  expect(await desk.region('Sign-in watch').getByRole('listitem').count()).toBe(2)

  await desk.button(STOP).click()
  await desk.region('Sign-in watch').getByText('Stopped.').waitFor()
  await desk.region('History').getByText('Watch ended: stopped here; 2 things seen').waitFor()
  expect(await desk.page.content()).not.toContain('asha.rao')
  await desk.kill()

  const again = await workshop.open(openDesk(place))
  await seen(again, 'code 87001').waitFor()
  await again.region('History').getByText('code 87001').waitFor()
  await again
    .region('Likely causes')
    .locator('[data-cause="captcha-demanded"]')
    .getByText(/^The phone’s log said, at \d\d:\d\d by the phone’s clock: code 87001$/)
    .first()
    .waitFor({ state: 'attached' })
  expect(phone.writes()).toEqual([])
  await again.close()

  const files = readdirSync(place.data, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  )
  const bytes = files.map((one) => readFileSync(join(one.parentPath, one.name)))
  const holding = (words: string): number =>
    bytes.filter((one) => one.includes(words) || one.includes(Buffer.from(words, 'utf16le'))).length
  expect(holding('87001')).toBeGreaterThan(0)
  expect(SECRETS.map(holding)).toEqual([0, 0, 0])
})

test('by keyboard alone: who agrees goes on to what can be done, who watches to stopping', async () => {
  const { phone, desk } = await openCounter()
  const focused = async () => desk.page.evaluate(() => document.activeElement?.textContent)
  await desk.button('The customer agrees').press('Enter')
  await expect.poll(focused).toBe('Read the message on the screen')
  await desk.page.keyboard.press('Tab')
  expect(await focused()).toBe(WATCH)
  await desk.page.keyboard.press('Enter')
  // Pressed twice: the second press is not for stopping.
  await expect.poll(focused).toBe(STOP)
  await desk.page.keyboard.press('Enter')
  await waitUntil('logcat to run', () => askedForLog(phone) > 0)
  await desk.page.waitForTimeout(700)
  expect(await focused()).toBe(STOP)
  await desk.page.keyboard.press('Enter')
  await desk.region('Sign-in watch').getByText('Stopped.').waitFor()
  expect(await focused()).toBe(WATCH)
})

test('unplugged in the middle it is said, and what was seen stays; so it does when the app goes down', async () => {
  const { phone, place, desk } = await openCounter()
  await agreeAndWatch(desk, phone)
  phone.log('XMPassport', 'processLoginContent, code: 70016, desc: x')
  await seen(desk, 'code 70016').waitFor()
  await phone.unplug()
  await desk.region('Sign-in watch').getByText('Unplugged in the middle: what was seen is kept.').waitFor()
  expect(await seen(desk, 'code 70016').count()).toBe(1)
  expect(await desk.button(STOP).count()).toBe(0)

  await phone.plug()
  const before = askedForLog(phone)
  await desk.button(WATCH).click()
  await waitUntil('logcat to run again', () => askedForLog(phone) > before)
  phone.log('XMPassport', 'securityStatus: 16')
  await seen(desk, 'security status 16').waitFor()
  await desk.kill()
  const again = await workshop.open(openDesk(place))
  await again.region('Sign-in watch').getByText('The watch was cut short').waitFor()
  await seen(again, 'security status 16').waitFor()
})

test('that nothing was seen is called no good sign, and consent taken back ends a watch', async () => {
  const { phone, desk } = await openCounter()
  await agreeAndWatch(desk, phone)
  await desk.button(STOP).click()
  await desk.region('Sign-in watch').getByText('Nothing seen. This is no sign that all is well').waitFor()

  await desk.button(WATCH).click()
  await desk.button(STOP).waitFor()
  await desk.button('Details').click()
  await desk.page.getByRole('checkbox', { name: 'read the phone' }).uncheck()
  await desk.region('History').getByText('the phone may not be read').first().waitFor()
  await desk.region('Sign-in watch').getByText('Stopped.').waitFor()
  expect(await desk.button(WATCH).count()).toBe(0)
})

test('on the training phone a made-up log shows how it goes', async () => {
  const adb = await workshop.open(startAdbServer())
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  await desk.button('Try with a training phone').click()
  await desk.region('Readings').locator('[data-reading="clock.offset"]').waitFor({ state: 'attached' })
  await writeTicket(desk, { name: 'Trainee', number: '', said: 'it does not work' })
  await desk.button('The customer agrees').click()
  await desk.button(WATCH).click()
  await seen(desk, 'the server’s certificate is not valid yet').waitFor()
  await desk.button(STOP).click()
  await desk.region('Sign-in watch').getByText('Stopped.').waitFor()
  const clock = desk.region('Likely causes').locator('[data-cause="clock-wrong"]')
  await expect
    .poll(async () => clock.innerText())
    .toContain(
      'The phone’s log said, at 17:30 by the phone’s clock: the server’s certificate is not valid yet',
    )
})
