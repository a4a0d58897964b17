import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { done } from '../../src/core/failure.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import { freePort } from '../simulator/listen.ts'
import { intake, valueOf } from '../storage/some-record.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, writeTicket, type Desk } from './desk.ts'

/** A shared machine may stand still for seconds. */
const SOON = { timeout: 30_000 }

const workshop = new Workshop()
afterEach(async () => workshop.close())

const open = async (data: string): Promise<Desk> =>
  workshop.open(openDesk({ data, adbPort: await freePort(), environment: { BENCHSIDE_ADB: '/nonexistent' } }))

const write = async (desk: Desk, name: string, number: string): Promise<void> => {
  await desk.goTo('Counter')
  await writeTicket(desk, { name, number, said: `${name} cannot sign in` })
}

const search = async ({ page }: Desk, words: string): Promise<void> =>
  page.getByRole('searchbox', { name: 'Search tickets' }).fill(words)

const focused = ({ page }: Desk): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.tagName)

const inList = ({ page }: Desk, name: string) => page.getByRole('row', { name: new RegExp(name, 'u') })

test('a customer is erased only when it is agreed to, and is then in no list, no search and no copy', async () => {
  const data = workshop.folder()
  const desk = await open(data)
  const { page, button } = desk
  await write(desk, 'Asha Rao', '98765 43210')
  await write(desk, 'Bela Kun', '91234 56789')
  await desk.goTo('Settings')
  await button('Make a copy now').click()
  await page.getByText(/2 tickets, opened and checked/u).waitFor()
  // A copy of long ago that nobody can read may hold them, too.
  writeFileSync(join(data, 'copies', 'benchside-copy-2026-01-01T10-00-00-000Z.db'), 'rubbish')

  await desk.goTo('Tickets')
  await page.getByRole('link', { name: 'T-0001' }).click()
  await page.getByRole('link', { name: 'Asha Rao' }).click()
  await button('Erase this customer').click()
  const asked = page.getByRole('dialog', { name: 'Erase Asha Rao?' })
  await asked.getByText('Nobody can bring them back.').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  // Who presses Enter without a look has changed nothing.
  await page.keyboard.press('Enter')
  await asked.waitFor({ state: 'hidden' })
  await page.getByRole('region', { name: 'Customer' }).getByText('Asha Rao').waitFor()

  await button('Erase this customer').click()
  await asked.getByRole('button', { name: 'Erase for good' }).click()
  await page.getByText('Erased. 1 copy was made anew without them.').waitFor()
  expect(await focused(desk)).toBe('OUTPUT')
  await page.getByText(/^These copies cannot be read and may still hold them/u).waitFor()
  expect(await page.getByText('Asha').count()).toBe(0)
  expect(await findingsInBoth(desk)).toEqual([])
  await desk.goTo('Tickets')
  await inList(desk, 'T-0001.*Erased customer').waitFor()
  for (const words of ['asha', '98765', 'cannot sign']) {
    await search(desk, words)
    // "cannot sign" is what both have said.
    if (words === 'cannot sign') await inList(desk, 'Bela Kun').waitFor()
    else await page.getByText(`No ticket has “${words}”`).waitFor()
    expect(await inList(desk, 'T-0001').count()).toBe(0)
  }
})

/** A record whose customers’ last tickets were closed so many months ago; null: still open. */
const aRecord = async (closed: Readonly<Record<string, number | null>>): Promise<string> => {
  const data = workshop.folder()
  const store = valueOf(await openSqliteStore(data))
  for (const [customerName, months] of Object.entries(closed)) {
    const { id } = valueOf(await store.openTicket(intake({ customerName })))
    if (months === null) continue
    const at = new Date(Date.now() - months * 31 * 24 * 60 * 60 * 1000).toISOString()
    const event = { at, who: 'counter', code: 'closed', details: { result: 'declined' } } as const
    valueOf(
      await store.changeTicket(id, () => done({ state: 'closed', result: 'declined', closedAt: at, event })),
    )
  }
  await store.close()
  return data
}

test('forgetting by age says first who is due, does nothing when it is cancelled, and then does it at once', async () => {
  const desk = await open(await aRecord({ 'Asha Rao': 14, 'Bela Kun': 2, 'Cai Lan': null }))
  const { page, button } = desk
  await desk.goTo('Settings')
  const after = page.getByRole('combobox', { name: 'Forget customers' })
  const dialog = page.getByRole('dialog')
  // Whom nobody has agreed to forget is not forgotten, and the setting says so.
  await after.selectOption('12 months after their last ticket')
  await dialog.getByText('1 customer is due and is erased at once').waitFor()
  expect(await findingsInBoth(desk)).toEqual([])
  await button('Cancel').click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await after.inputValue()).toBe('0')
  await desk.goTo('Tickets')
  await inList(desk, 'Asha Rao').waitFor()

  await desk.goTo('Settings')
  await after.selectOption('60 months after their last ticket')
  await dialog.getByText('Nobody is due now').waitFor()
  await button('Forget after 60 months').click()
  await page.getByText(/^Looked .*: nobody was due\.$/u).waitFor()
  await after.focus()
  await after.selectOption('12 months after their last ticket')
  await button('Forget after 12 months').click()
  await page.getByText(/^Looked .*: 1 customer forgotten\.$/u).waitFor()
  expect(await after.inputValue()).toBe('12')
  expect(await focused(desk)).toBe('SELECT')
  // Keeping them longer takes nobody away, and asks nothing.
  await after.selectOption('never')
  await expect.poll(async () => after.inputValue(), SOON).toBe('0')
  expect(await dialog.count()).toBe(0)
  await desk.goTo('Tickets')
  await inList(desk, 'Erased customer').waitFor()
  expect(await page.getByRole('row', { name: /Bela Kun|Cai Lan/u }).count()).toBe(2)
  expect(await inList(desk, 'Asha Rao').count()).toBe(0)
})
