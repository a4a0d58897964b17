import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startAdbServer } from '../simulator/index.ts'
import { findings } from './axe.ts'
import { openDesk, Workshop } from './desk.ts'
import { someShop } from './some-shop.ts'

const workshop = new Workshop()
afterEach(async () => workshop.close())

const openShop = async (tickets: number) => {
  const data = workshop.folder()
  if (tickets > 0) await someShop(data, tickets, new Date())
  const adb = await workshop.open(startAdbServer())
  const desk = await workshop.open(openDesk({ data, adbPort: adb.port }))
  await desk.goTo('Reports')
  return desk
}

test('a shop without closed tickets is told what will stand here', { timeout: 60_000 }, async () => {
  const desk = await openShop(0)
  await desk.region('Work').getByText('No ticket closed in this time', { exact: true }).waitFor()
  for (const [radio, words] of [
    ['Which step worked', 'No step in this time'],
    ['What was learnt', 'Nothing learnt yet'],
    ['Did the advice hold?', 'Nothing to compare yet'],
  ] as const) {
    await desk.page.getByRole('radio', { name: radio }).check({ force: true })
    await desk.region(radio).getByText(words).waitFor()
    expect(await findings(desk)).toEqual([])
  }
})

test(
  'reports count what was closed in a time, and leave as a table and on paper',
  { timeout: 120_000 },
  async () => {
    const desk = await openShop(70)
    const work = desk.region('Work')
    await work.getByText(/^\d+ tickets closed, \d+ fixed/u).waitFor()
    const count = async (): Promise<number> =>
      Number(/^\d+/u.exec(await work.getByText(/tickets closed, /u).innerText())?.[0])
    await desk.page.getByRole('radio', { name: '30 days' }).check({ force: true })
    await expect.poll(count).toBeLessThan(40)
    expect(await work.getByRole('img').count()).toBe(2)
    expect(await findings(desk)).toEqual([])
    await desk.page.getByRole('radio', { name: 'all', exact: true }).check({ force: true })
    await expect.poll(count).toBe(63)

    // With the keyboard alone.
    await desk.page.getByRole('radio', { name: 'Work', exact: true }).focus()
    await desk.page.keyboard.press('ArrowRight')
    const fixes = desk.region('Which step worked')
    const clock = fixes.getByRole('row', { name: /^Set date and time/u }).first()
    expect(await clock.innerText()).toMatch(/\d+\s+[\d.]+ %\s+[\d.]+ % to [\d.]+ %\s+n = \d+/u)
    await fixes.getByRole('radio', { name: 'model' }).check({ force: true })
    await fixes.getByRole('columnheader', { name: 'Model' }).waitFor()
    expect(await findings(desk)).toEqual([])
    const back = fixes.getByRole('region', { name: 'When tickets came back' })
    await back.getByRole('img', { name: /^Bars by how many days/u }).waitFor()
    // Another visit of the phone is the next ticket, 30 hours after the one before was opened.
    const days = await back.getByRole('row', { name: /^up to/u }).allInnerTexts()
    const sum = days.reduce((all, row) => all + Number(/\d+$/u.exec(row.trim())?.[0]), 0)
    expect(sum).toBeGreaterThan(0)
    const warranty = fixes.getByRole('table', { name: 'Came back within their warranty' })
    expect(await warranty.getByRole('row').allInnerTexts()).toEqual([
      expect.stringMatching(/^Warranty/u),
      expect.stringMatching(/^all with a warranty\s+.*\d\s+[\d.]+ %\s+[\d.]+ % to [\d.]+ %\s+n = \d+/su),
      expect.stringMatching(/^30 days of warranty/u),
      expect.stringMatching(/^90 days of warranty/u),
    ])

    const file = join(workshop.folder(), 'report.csv')
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await desk.button('Save as a table (CSV)').click()
    await desk.page.getByText('report.csv is saved.').waitFor()
    const table = readFileSync(file, 'utf8')
    expect(table).toMatch(/Which step worked on which model\r\nStep,Model,Worked,Cases,/u)
    expect(table).toMatch(/When tickets came back\r\nDays after closing,Tickets\r\n1,\d+\r\n/u)
    expect(table).toMatch(/Came back within their warranty\r\nWarranty,.*\r\nall with a warranty,,\d+,\d+,/u)
    expect(table).not.toMatch(/Asha|12345|verify|T-00/u)

    const pages = await desk.app.evaluate(async ({ BrowserWindow }) => {
      const paper = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})
      return paper?.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0
    })
    expect(pages).toBeGreaterThan(0)
    await desk.page.emulateMedia({ media: 'print' })
    expect(await desk.page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false)
    expect(await fixes.isVisible()).toBe(true)
  },
)
