import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const NO_ADB = { BENCHSIDE_ADB: '/nonexistent' }

const open = async (data: string, inTrouble = false): Promise<Desk> =>
  workshop.open(openDesk({ data, adbPort: await freePort(), environment: NO_ADB, inTrouble }))

const write = async (desk: Desk, name: string): Promise<void> => {
  await desk.goTo('Counter')
  await writeTicket(desk, { name, number: '98765 43210', said: 'cannot verify' })
}

const safety = ({ page }: Desk) => page.getByRole('region', { name: 'Safety of the record' })

const copyNow = async (desk: Desk): Promise<void> => {
  await desk.goTo('Settings')
  await desk.button('Make a copy now').click()
  await safety(desk)
    .getByText(/opened and checked/u)
    .waitFor()
}

const names = async (desk: Desk, ...expected: readonly string[]): Promise<void> => {
  await desk.goTo('Tickets')
  for (const name of expected) await desk.page.getByText(name).first().waitFor()
}

/** Whoever is asked for a folder picks this one. */
const willPick = async ({ app }: Desk, path: string): Promise<void> =>
  app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] })
  }, path)

/** A folder with a record of one ticket and a copy of it, and the window closed. */
const withCopy = async (): Promise<string> => {
  const data = workshop.folder()
  const desk = await open(data)
  await write(desk, 'Asha Rao')
  await copyNow(desk)
  await desk.close()
  return data
}

test('a copy is put back from Settings, says what it would lose, and what was there comes back the same way', async () => {
  const data = workshop.folder()
  const desk = await open(data)
  await write(desk, 'Asha Rao')
  await copyNow(desk)
  const [copy = ''] = readdirSync(join(data, 'copies'))
  expect(statSync(join(data, 'copies', copy)).mode & 0o777).toBe(0o600)
  await write(desk, 'Bela Kun')
  await desk.goTo('Settings')
  await safety(desk).getByRole('button', { name: 'Put back', exact: true }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Put this copy back?' })
  await dialog.getByText('1 ticket that is here now is not in it: T-0002.').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await dialog.getByRole('button', { name: 'Put the copy back' }).click()
  await desk.page.getByText(/The copy is the record now, with 1 ticket/u).waitFor()
  await names(desk, 'Asha Rao')
  expect(await desk.page.getByText('Bela Kun').count()).toBe(0)

  await desk.goTo('Settings')
  const before = safety(desk)
    .getByRole('listitem')
    .filter({ hasText: 'what stood here before a copy was put back' })
  await before.getByRole('button', { name: 'Put back', exact: true }).click()
  await dialog.getByText('It holds every ticket that is here now.').waitFor()
  await dialog.getByRole('button', { name: 'Put the copy back' }).click()
  await desk.page.getByText(/The copy is the record now, with 2 tickets/u).waitFor()
  await names(desk, 'Asha Rao', 'Bela Kun')
  // What is shown is the record that is open now: it can be written to.
  await write(desk, 'Cai Lan')
  await names(desk, 'Cai Lan')
})

/** Megabytes of nothing in a record, so that what is done with it takes a while. */
const fatten = (file: string, megabytes: number): void => {
  const raw = new Database(file)
  raw.exec('create table fat (piece)')
  const piece = raw.prepare("insert into fat values (replace(hex(zeroblob(524288)), '0', 'x'))")
  raw.transaction(() => {
    for (let made = 0; made < megabytes; made += 1) piece.run()
  })()
  raw.pragma('wal_checkpoint(truncate)')
  raw.close()
}

test('who quits while a copy is put back waits until that has stopped: nothing half made stays, and the record is whole', async () => {
  const data = await withCopy()
  const [copy = ''] = readdirSync(join(data, 'copies'))
  fatten(join(data, 'copies', copy), 120)
  const desk = await open(data)
  await write(desk, 'Bela Kun')
  await desk.goTo('Settings')
  await safety(desk).getByRole('button', { name: 'Put back', exact: true }).first().click()
  const dialog = desk.page.getByRole('dialog', { name: 'Put this copy back?' })
  await dialog.getByRole('button', { name: 'Put the copy back' }).click()
  await expect
    .poll(() => existsSync(join(data, 'benchside.db.restoring')), { interval: 5, timeout: 30_000 })
    .toBe(true)
  await desk.close()
  expect(readdirSync(data).filter((name) => name.includes('restoring'))).toEqual([])
  const again = await open(data)
  await names(again, 'Asha Rao', 'Bela Kun')
})

test('a copy that is spoilt in the meantime is not put back: it is said why, and the record is as it was', async () => {
  const data = workshop.folder()
  const desk = await open(data)
  await write(desk, 'Asha Rao')
  await copyNow(desk)
  await write(desk, 'Bela Kun')
  await desk.goTo('Settings')
  const dialog = desk.page.getByRole('dialog', { name: 'Put this copy back?' })
  const putBack = safety(desk).getByRole('button', { name: 'Put back', exact: true })
  await putBack.click()
  await dialog.getByText('T-0002').waitFor()
  const [copy = ''] = readdirSync(join(data, 'copies'))
  truncateSync(join(data, 'copies', copy), 6000)
  await dialog.getByRole('button', { name: 'Put the copy back' }).click()
  await dialog
    .getByRole('alert')
    .getByText(/is not whole/u)
    .waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await names(desk, 'Asha Rao', 'Bela Kun')
  await write(desk, 'Cai Lan')
  // It is still in the list, as what it is now.
  await desk.goTo('Settings')
  await safety(desk).getByText('cannot be read').waitFor()
  expect(await putBack.count()).toBe(0)
})

test.each<[string, (file: string) => void, RegExp]>([
  ['rubbish', (file) => writeFileSync(file, Buffer.alloc(8192, 'rubbish')), /is damaged/u],
  ['cut off', (file) => truncateSync(file, 6000), /is damaged/u],
])('a record that is %s: said in words, kept elsewhere, and a copy put back', async (_, spoil, words) => {
  const data = await withCopy()
  const file = join(data, 'benchside.db')
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  spoil(file)
  const desk = await open(data, true)
  await desk.page.getByRole('alert').getByText(words).first().waitFor()
  await desk.page.getByText(data, { exact: true }).waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  const elsewhere = workshop.folder()
  await willPick(desk, elsewhere)
  await desk.button('Keep the damaged file elsewhere').click()
  await desk.page.getByText(/marked as damaged/u).waitFor()
  expect(readdirSync(elsewhere).some((name) => name.startsWith('benchside-damaged-'))).toBe(true)
  await desk.button('Put this copy back').first().click()
  await desk.page.getByText(/The copy is the record now, with 1 ticket/u).waitFor()
  await names(desk, 'Asha Rao')
})

test('a record that another program holds, or that is of a newer Benchside, is left alone until that is over', async () => {
  const data = await withCopy()
  const file = join(data, 'benchside.db')
  const other = new Database(file)
  other.pragma('locking_mode = EXCLUSIVE')
  other.exec("begin immediate; insert into settings values ('x', 'y'); commit")
  const desk = await open(data, true)
  await desk.page
    .getByRole('alert')
    .getByText(/is in use by another program/u)
    .first()
    .waitFor()
  other.exec("insert into migrations values ('9999-later', 'now')")
  other.close()
  await desk.button('Try again').click()
  await desk.page
    .getByRole('alert')
    .getByText(/was written by a newer Benchside/u)
    .first()
    .waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  const again = new Database(file)
  again.exec("delete from migrations where name = '9999-later'")
  again.close()
  await desk.button('Try again').click()
  await names(desk, 'Asha Rao')
})

test('a data folder that is gone is not made anew: it comes back, or another one is used', async () => {
  const stick = join(workshop.folder(), 'stick')
  mkdirSync(stick)
  const data = join(stick, 'Benchside')
  const first = await open(data)
  await write(first, 'Asha Rao')
  await first.close()
  const away = `${stick}-away`
  renameSync(stick, away)
  const desk = await open(data, true)
  await desk.page
    .getByRole('alert')
    .getByText(/The data folder .* is not there/u)
    .first()
    .waitFor()
  expect(existsSync(stick)).toBe(false)
  await desk.button('Try again').click()
  await desk.page
    .getByRole('alert')
    .getByText(/is not there/u)
    .first()
    .waitFor()
  await willPick(desk, join(away, 'Benchside'))
  await desk.button('Use another data folder').click()
  await names(desk, 'Asha Rao')
})

/** Writes into a file until not one more byte goes in. */
const fillUp = (file: string): void => {
  for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // As much of that size as there was room for.
    }
  }
}

test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'on a full disk what is typed stays in the form, and is saved when there is room again',
  async () => {
    const data = workshop.folder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', data])
    workshop.later(() => {
      execFileSync('umount', ['-l', data])
    })
    const desk = await open(data)
    await desk.button('New ticket').click()
    const name = desk.page.getByRole('textbox', { name: 'Customer name', exact: true })
    await name.fill('Asha Rao')
    const filler = join(data, 'filler')
    fillUp(filler)
    await desk.page
      .getByRole('textbox', { name: 'What the customer says', exact: true })
      .fill('x'.repeat(9000))
    await desk.page
      .getByRole('alert')
      .getByText(/The disk is full/u)
      .first()
      .waitFor()
    expect(await name.inputValue()).toBe('Asha Rao')
    rmSync(filler)
    // Whoever presses leaves the field, and with that it is saved: the button is still under the finger when it comes up.
    await desk.button('Open ticket').hover()
    await desk.page.mouse.down()
    await desk.page.getByText(/The disk is full/u).waitFor({ state: 'detached' })
    await desk.page.mouse.up()
    await desk.region('History').waitFor()
  },
)
