import { afterEach, expect, test } from 'vitest'
import { PHONE_STATES } from '../../src/core/phone.ts'
import { readySteps } from '../../src/core/ready-steps.ts'
import { speak } from '../../src/core/words/index.ts'
import { json } from '../cli/terminal.ts'
import { counted, startFakeServer, type Talk } from '../device/fake-server.ts'
import { changed, somePhone, startAdbServer, startPhone } from '../simulator/index.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const say = speak('en')
const WORKING_BY_HAND = 'Enter what the customer says and what the screen shows'

/** An adb server that lists these for ever. */
const listing =
  (version: string, list: string) =>
  async ({ socket, request }: Talk): Promise<void> => {
    if ((await request()) === 'host:version') return void socket.end(`OKAY${counted(version)}`)
    socket.write(`OKAY${counted(list)}`)
  }

const openAt = async (adbPort: number): Promise<Desk> =>
  workshop.open(
    openDesk({ data: workshop.folder(), adbPort, environment: { BENCHSIDE_ADB: '/nonexistent' } }),
  )

const stepsIn = async ({ region }: Desk, name: 'Phones' | 'Readings'): Promise<readonly (string | null)[]> =>
  region(name)
    .locator('[data-step]')
    .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-step')))

test('every state that adb can say shows its steps, drawn and in words, and the way without readings', async () => {
  const states = PHONE_STATES.filter((state) => state !== 'device')
  // A word of a later adb stands for the unknown ones.
  const lines = states.map((state, at) => {
    const word = state === 'unknown' ? 'charging' : state
    return `S${String(at + 1)} ${word === 'no permissions' ? 'no permissions (missing udev rules?); see [x]' : word} usb:1-1 transport_id:${String(at + 1)}\n`
  })
  const server = await workshop.open(startFakeServer(listing('0029', lines.join(''))))
  const desk = await openAt(server.target.port)
  const rows = desk.region('Phones').getByRole('listitem')
  await expect.poll(async () => rows.count()).toBe(states.length)
  const readings = desk.region('Readings')
  for (const [at, state] of states.entries()) {
    const steps = readySteps(state, 'linux')
    const row = rows.filter({ hasText: new RegExp(`^S${String(at + 1)}(?!\\d)`) })
    await row.getByRole('button').click()
    await expect
      .poll(async () => stepsIn(desk, 'Readings'), { message: state })
      .toEqual(steps.map(({ name }) => name))
    for (const [number, { words, drawing }] of steps.entries()) {
      const step = readings.locator('[data-step]').nth(number)
      expect(await step.innerText()).toContain(
        `${String(number + 1)}\n${say(words, { version: 0, port: 0 })}`,
      )
      await step.getByRole('img', { name: say(`drawing.${drawing}`), exact: true }).waitFor()
    }
    await readings.getByText(WORKING_BY_HAND).waitFor()
    expect(await row.innerText()).toContain(say(`phone.state.${state}`))
    // Its steps stand below and are not said twice; of every other phone the first is read without a click.
    expect(await row.innerText()).not.toContain(say(steps[0]?.words ?? 'step.ready'))
    const other = states[at === 0 ? 1 : 0] ?? 'unknown'
    expect(await rows.nth(at === 0 ? 1 : 0).innerText()).toContain(
      say(readySteps(other, 'linux')[0]?.words ?? 'step.ready'),
    )
  }
  expect(await findingsInBoth(desk)).toEqual([])
})

test('the question that the phone asks is drawn as it looks, and is gone once it is answered', async () => {
  const adb = await workshop.open(startAdbServer())
  const phone = await workshop.open(startPhone(somePhone(), { authorized: false }))
  await adb.connect(phone)
  const desk = await openAt(adb.port)
  const question = desk.region('Readings').getByRole('img', { name: /the question “Allow USB debugging\?”/ })
  for (const words of ['Allow USB debugging?', 'Always allow from this computer', 'Cancel', 'Allow'])
    await question.getByText(words, { exact: true }).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await phone.setAuthorized(true)
  await desk.region('Readings').locator('[data-reading="clock.offset"]').waitFor({ state: 'attached' })
  expect(await stepsIn(desk, 'Readings')).toEqual([])
})

test('a phone that was read and is lost keeps its readings in view, the steps a click away', async () => {
  let lose = (): void => undefined
  const server = await workshop.open(
    startFakeServer(async ({ socket, request }) => {
      const asked = await request()
      if (asked === 'host:version') return void socket.end(`OKAY${counted('0029')}`)
      // Every other request is a reading, and fails.
      if (asked !== 'host:track-devices-l') return void socket.destroy()
      socket.write(`OKAY${counted('S1 device transport_id:1\n')}`)
      lose = () => void socket.write(counted('S1 unauthorized transport_id:1\n'))
    }),
  )
  const desk = await openAt(server.target.port)
  // All for the same reason, which is said once.
  const unread = desk.region('Readings').locator('[data-unread]')
  await unread.waitFor()
  expect(await stepsIn(desk, 'Readings')).toEqual([])
  lose()
  const fold = desk.region('Readings').getByText('How to get it ready again')
  await fold.click()
  await desk.region('Readings').locator('[data-step="revoke"]').waitFor()
  expect(await unread.isVisible()).toBe(true)
  await fold.click()
  await desk.region('Readings').locator('[data-step="revoke"]').waitFor({ state: 'hidden' })
})

test.each([
  ['recovery', 'Reboot to system'],
  ['sideload', 'MIAssistant'],
  ['bootloader', 'Hold the power key'],
  ['offline', 'Unplug the cable'],
] as const)('%s: the window and the terminal say the same', async (state, words) => {
  const adb = await workshop.open(startAdbServer())
  const initial = state === 'offline' ? somePhone() : changed(somePhone(), { mode: state })
  const phone = await workshop.open(startPhone(initial, { silent: state === 'offline' }))
  await adb.connect(phone)
  const desk = await openAt(adb.port)
  await desk
    .region('Phones')
    .getByText(say(`phone.state.${state}`), { exact: true })
    .waitFor()
  const steps = desk.region('Readings').locator('[data-step]')
  await steps.first().waitFor()
  const shown = (await steps.allInnerTexts()).map((text) => text.replace(/^\d\n/u, '')).join(' ')
  expect(shown).toContain(words)
  const { phones } = await json<{ phones: { state: string; advice: string }[] }>(
    { data: workshop.folder(), adbPort: adb.port },
    ['phones'],
  )
  expect(phones).toMatchObject([{ state, advice: shown }])
})

test('with no phone the path to USB debugging is drawn, and a case can be worked by hand', async () => {
  const adb = await workshop.open(startAdbServer())
  const desk = await openAt(adb.port)
  await desk.region('Phones').getByText('No phone connected').waitFor()
  expect(await stepsIn(desk, 'Phones')).toEqual(readySteps('none', 'linux').map(({ name }) => name))
  expect(
    await desk
      .region('Phones')
      .getByRole('img', { name: /touched 7 times/ })
      .count(),
  ).toBe(1)
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.button('Work by hand').click()
  await desk.page.getByRole('textbox', { name: 'Customer name', exact: true }).fill('Asha Rao')
  await desk.button('Open ticket').click()
  await desk.region('Likely causes').locator('[data-cause]').first().waitFor()
})

test('a server of another version says which, and what ends it', async () => {
  const server = await workshop.open(startFakeServer(listing('0024', '')))
  const desk = await openAt(server.target.port)
  await desk.region('Phones').getByText('adb is too old').waitFor()
  expect(await stepsIn(desk, 'Phones')).toEqual(['update-adb', 'close-tools', 'end-server'])
  const port = String(server.target.port)
  await desk.region('Phones').getByText(`adb version 36 answers on port ${port}, 41 or newer`).waitFor()
  await desk.region('Phones').getByText(`adb -P ${port} kill-server`).first().waitFor()
  await desk.button('Copy this command').click()
  await desk.page.getByText(`Copied: adb -P ${port} kill-server`, { exact: true }).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
})
