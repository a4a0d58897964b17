import { execFile } from 'node:child_process'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { askServer, targetOf } from '../../src/device/adb/server.ts'
import { freePort } from '../simulator/listen.ts'
import { openDesk, Workshop, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const program = (folder: string, name: string, script: string): string => {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

/** Whoever is asked for a file picks this one. */
const willPick = async ({ app }: Desk, path: string): Promise<void> =>
  app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] })
  }, path)

const settings = ({ region }: Desk) => region('Settings')

test('the adb program is picked in the system’s own dialog, and only one that is adb', async () => {
  const folder = workshop.folder()
  const adb = program(folder, 'adb', 'echo "Android Debug Bridge version 1.0.41"')
  const other = program(folder, 'other', 'echo hello')
  const adbPort = await freePort()
  // The adb that is found in its usual place starts a server on the test's port; it is ended by that port.
  workshop.later(async () => {
    await promisify(execFile)('adb', ['-P', String(adbPort), 'kill-server']).catch(() => undefined)
  })
  const place = { data: workshop.folder(), adbPort, environment: { PATH: '/nonexistent' } }
  const desk = await workshop.open(openDesk(place))
  await desk.goTo('Settings')
  await willPick(desk, other)
  await desk.button('Choose the adb program').click()
  await settings(desk).getByText(`${other} does not answer as adb does`).waitFor()
  await willPick(desk, adb)
  await desk.button('Choose the adb program').click()
  await settings(desk).getByText(adb, { exact: true }).waitFor()
  await settings(desk).getByText('Chosen by you').waitFor()
  await desk.close()

  const again = await workshop.open(openDesk(place))
  await again.goTo('Settings')
  await settings(again).getByText(adb, { exact: true }).waitFor()
  await again.button('Find it by itself').click()
  await settings(again).getByText('Found by itself').waitFor()
  expect(await again.button('Find it by itself').count()).toBe(0)
})

test('an adb server of our own is used from the next start on, and ends with the window', async () => {
  const data = workshop.folder()
  const socket = join(data, 'adb.sock')
  const environment = { ADB_LOCAL_TRANSPORT_MAX_PORT: '5554' }
  const first = await workshop.open(
    openDesk({ data, adbPort: await freePort(), environment: { BENCHSIDE_ADB: '/nonexistent' } }),
  )
  await first.goTo('Settings')
  await settings(first).getByRole('radio', { name: 'Benchside’s own' }).check()
  await settings(first).getByText('From the next start of Benchside on.').waitFor()
  await settings(first).getByRole('radio', { name: 'Compare with internet time' }).check()
  expect(existsSync(socket)).toBe(false)
  await first.close()

  const desk = await workshop.open(openDesk({ data, adbPort: null, environment }))
  await desk.page.getByRole('banner').getByText('adb is running', { exact: true }).waitFor()
  await desk.goTo('Settings')
  await expect
    .poll(() => settings(desk).getByRole('radio', { name: 'Compare with internet time' }).isChecked())
    .toBe(true)
  const target = targetOf({ kind: 'own', socket })
  const never = new AbortController().signal
  expect((await askServer(target, never)).kind).toBe('running')
  await desk.close()
  await expect.poll(async () => (await askServer(target, never)).kind, { timeout: 5000 }).toBe('nobody')
})
