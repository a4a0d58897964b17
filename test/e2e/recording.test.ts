import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { parseRecording } from '../../src/core/recording.ts'
import { json } from '../cli/terminal.ts'
import {
  presets,
  startAdbServer,
  startPhone,
  type AdbServer,
  type SimulatedPhone,
} from '../simulator/index.ts'
import { trainingText } from '../device/recordings.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

type Inspection = { readonly readings: Readonly<Record<string, unknown>>; readonly phone: object }

const plugged = async (): Promise<{ adb: AdbServer; phone: SimulatedPhone }> => {
  const adb = await workshop.open(startAdbServer())
  const phone = await workshop.open(startPhone(presets.clockAndPackage.phone()))
  await adb.connect(phone)
  return { adb, phone }
}

/** What reads the same a moment later. */
const lasting = ({ readings }: Inspection) =>
  Object.fromEntries(
    Object.entries(readings).filter(([id]) => id !== 'clock.offset' && id !== 'network.hosts'),
  )

/** The system's own dialogs cannot be driven: they answer as if somebody had chosen this; null: nothing. */
const choose = async ({ app }: Desk, path: string | null): Promise<void> => {
  await app.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null
    dialog.showSaveDialog = async () => ({ canceled, filePath: chosen ?? '' })
    dialog.showOpenDialog = async () => ({ canceled, filePaths: chosen === null ? [] : [chosen] })
  }, path)
}

const reading = (desk: Desk, id: string) => desk.region('Readings').locator(`[data-reading="${id}"]`)
const phones = ({ region }: Desk) => region('Phones').getByRole('listitem')

test('saved in the window, played in the terminal and in the window, marked, and no phone’s', async () => {
  const { adb, phone } = await plugged()
  const place = { data: workshop.folder(), adbPort: adb.port }
  const folder = workshop.folder()
  const file = join(folder, 'phone.json')
  const desk = await workshop.open(openDesk(place))
  await desk.button('Save a recording').waitFor()
  const commands = phone.commands.length

  await desk.page.keyboard.press('s')
  const asked = desk.page.getByRole('dialog', { name: 'Save a recording' })
  await asked.getByText('serial number, model').waitFor()
  await asked.getByText(/^Not in it: the customer/).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await choose(desk, null)
  await desk.button('Choose a place …').click()
  await choose(desk, join(folder, 'no', 'phone.json'))
  await desk.button('Choose a place …').click()
  await asked.getByText('The recording could not be saved').waitFor()
  expect(readdirSync(folder)).toEqual([])
  await choose(desk, file)
  await desk.button('Choose a place …').click()
  await desk.page.getByText('Saved: phone.json', { exact: true }).waitFor()
  await asked.waitFor({ state: 'hidden' })
  expect(readdirSync(folder)).toEqual(['phone.json'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  // It is made of what was kept; the phone is not asked again.
  expect(phone.commands.length).toBe(commands)
  expect(readFileSync(file, 'utf8')).not.toMatch(/imei|com\.whatsapp|"Counter"/iu)

  const replayed = await json<Inspection>({ ...place, data: workshop.folder(), adbPort: 1 }, [
    'probe',
    '--replay',
    file,
  ])
  const probed = await json<Inspection>({ ...place, data: workshop.folder() }, ['probe'])
  expect(replayed.phone).toMatchObject({ serial: phone.adbSerial })
  expect(lasting(replayed)).toEqual(lasting(probed))
  expect(replayed.readings['clock.offset']).toMatchObject({ status: 'measured', unit: 's' })

  await choose(desk, file)
  await desk.page.keyboard.press('o')
  await expect.poll(async () => phones(desk).count()).toBe(2)
  const played = phones(desk).filter({ hasText: 'recorded' })
  await desk
    .region('Readings')
    .getByText(/^A recording of .* No phone is behind it/)
    .waitFor()
  await expect.poll(async () => reading(desk, 'clock.offset').innerText()).toContain('3 days behind')
  await expect.poll(async () => desk.button('Save a recording').count()).toBe(0)
  expect(await desk.button('Read again').count()).toBe(0)
  expect(await findingsInBoth(desk)).toEqual([])

  // A ticket on it is training, and the phone of the same serial has none.
  await desk.button('New ticket').click()
  const belongsTo = desk.page.getByRole('combobox', { name: 'Belongs to' })
  // Not by itself: somebody may be writing a customer's ticket while they look at it.
  expect(await belongsTo.locator('option:checked').innerText()).toBe('No phone')
  await belongsTo.selectOption({ label: await belongsTo.getByText(/recording/).innerText() })
  await desk.page.getByRole('textbox', { name: 'Customer name', exact: true }).fill('Asha Rao')
  await desk.button('Open ticket').click()
  await desk.page
    .getByRole('region', { name: /^Ticket T-/ })
    .getByText('Training')
    .waitFor()
  await played.getByText('T-0001').waitFor()
  await phones(desk).filter({ hasText: 'ready' }).getByRole('button').click()
  await desk.button('Read again').click()
  await desk.region('Readings').getByText('Reading the phone').waitFor({ state: 'hidden' })
  await desk.button('Save a recording').waitFor()
  expect(await phones(desk).filter({ hasText: 'ready' }).innerText()).not.toContain('T-0001')

  await played.getByRole('button').click()
  await desk.button('Close the recording').click()
  await expect.poll(async () => phones(desk).filter({ hasText: 'ready' }).count()).toBe(1)
  expect(phone.writes()).toEqual([])
})

test('saved in the terminal, played in the window', async () => {
  const { adb } = await plugged()
  const file = join(workshop.folder(), 'phone.json')
  const place = { data: workshop.folder(), adbPort: adb.port }
  await json(place, ['probe', '--save', file])
  expect(parseRecording(readFileSync(file, 'utf8'), file).ok).toBe(true)
  await adb.close()

  const desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  await choose(desk, file)
  await desk.button('Open a recording').click()
  await reading(desk, 'clock.offset').getByText('3 days behind').waitFor()
  await reading(desk, 'package.com.xiaomi.account')
    .getByText(/disabled/)
    .waitFor()
  await desk.region('Likely causes').locator('[data-cause="clock-wrong"]').waitFor()
})

test('a file that is no recording is refused in words, and nothing comes of it', async () => {
  const folder = workshop.folder()
  const whole = trainingText('1-as-it-came')
  const adb = await workshop.open(startAdbServer())
  const desk = await workshop.open(openDesk({ data: workshop.folder(), adbPort: adb.port }))
  await desk.region('Phones').getByText('No phone connected').waitFor()
  const files: readonly [string, string, string][] = [
    ['cut.json', whole.slice(0, 2000), 'it is not JSON'],
    ['other.json', '{"tickets":[]}', 'schema:'],
    ['newer.json', whole.replace('"schema": 1', '"schema": 2'), 'schema:'],
    ['huge.json', '', 'it is far larger than a recording'],
  ]
  for (const [name, text, why] of files) {
    const file = join(folder, name)
    writeFileSync(file, text)
    if (name === 'huge.json') truncateSync(file, 20 * 1024 ** 3)
    await choose(desk, file)
    await desk.button('Open a recording').click()
    await desk.region('Phones').getByText(`${name} is not a recording that can be played: ${why}`).waitFor()
  }
  expect(await phones(desk).filter({ hasText: 'recorded' }).count()).toBe(0)
  // What a stranger wrote into a file is shown as text, cleaned, and no more.
  const evil = JSON.parse(whole) as { recordedAt: string; phone: { model: string } }
  evil.recordedAt = '<img src=x>\u202e\u001b[31m'
  evil.phone.model = '<script>window.hacked = 1</script>\u202e'
  writeFileSync(join(folder, 'evil.json'), JSON.stringify(evil))
  await choose(desk, join(folder, 'evil.json'))
  await desk.button('Open a recording').click()
  await reading(desk, 'clock.offset').getByText('3 days behind').waitFor()
  const shown = await desk.page.content()
  for (const evilSign of ['\u202e', '\u001b']) expect(shown).not.toContain(evilSign)
  // As text, and in a tooltip, it may stand there; as a part of the page it may not.
  expect(await desk.page.locator('img, script:not([src])').count()).toBe(0)
  expect(await desk.page.evaluate(() => 'hacked' in globalThis)).toBe(false)
})
