import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { decodeQR } from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../simulator/listen.ts'
import { findingsInBoth } from './axe.ts'
import { openDesk, Workshop, writeTicket, type Desk } from './desk.ts'
import { readPdf, type Pdf } from './read-pdf.ts'

const workshop = new Workshop()
let desk: Desk
let folder: string
let data: string
beforeAll(async () => {
  folder = workshop.folder()
  data = workshop.folder()
  desk = await open()
  await writeTicket(desk, { name: 'Asha <Rao> राव 王', number: '+91 98765 43210', said: 'cannot verify' })
  await desk.button('Paper').click()
  await desk.button('Print label').waitFor()
})
afterAll(async () => workshop.close())

const open = async (): Promise<Desk> => {
  const place = { data, adbPort: await freePort() }
  return workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
}

/** Whoever is asked where to save picks this one. */
const willSave = async (file: string | null): Promise<void> =>
  desk.app.evaluate(({ dialog }, picked) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: picked === null, filePath: picked ?? '' })
  }, file)

const savePdf = async (kind: string, size: string): Promise<Pdf> => {
  const file = join(folder, `${kind} ${size}.pdf`)
  rmSync(file, { force: true })
  await willSave(file)
  await desk.page.getByRole('combobox', { name: `Size of the ${kind}` }).selectOption(size)
  await desk.button(`Save ${kind} as PDF`).click()
  await expect.poll(() => existsSync(file), { timeout: 25_000 }).toBe(true)
  return readPdf(readFileSync(file))
}

const windows = async (): Promise<number> =>
  desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

const paper = (): ReturnType<Desk['region']> => desk.region('Paper of T-0001')

const page = (width: number, height: number | null): unknown => ({
  // The engine lays pages out in whole dots of a 96th of an inch.
  width: expect.closeTo(width, 0) as number,
  height: height === null ? (expect.any(Number) as number) : (expect.closeTo(height, 0) as number),
})
const A4 = page(210, 297)
const ROLL = page(80, null)
const LABEL = page(62, 29)

const INTAKE = ['T-0001', 'Asha<Rao>', '+919876543210', 'cannotverify', 'Customer’ssignature']
const HAND_OVER = ['T-0001', 'Asha<Rao>', 'Whatwasnotlookedat', 'Received:customer’ssignature']

describe('as PDF', () => {
  test.each([
    ['intake slip', 'A4', A4, INTAKE],
    ['intake slip', 'roll', ROLL, INTAKE],
    ['label', 'label', LABEL, ['T-0001']],
    ['label', 'roll', ROLL, ['T-0001']],
    ['label', 'A4', A4, ['T-0001']],
    ['hand-over slip', 'A4', A4, HAND_OVER],
    ['hand-over slip', 'roll', ROLL, HAND_OVER],
  ] as const)('%s, %s: one page of that size with its words', async (kind, size, whole, words) => {
    const pdf = await savePdf(kind, size)
    expect(pdf.pages).toEqual([whole])
    expect(words.filter((each) => !pdf.text.includes(each))).toEqual([])
    await expect.poll(windows).toBe(1)
  })

  test('a label holds the number and nothing else', async () => {
    const texts = [
      await savePdf('label', 'label'),
      await savePdf('label', 'roll'),
      await savePdf('label', 'A4'),
    ]
    expect(texts.map(({ text }) => text)).toEqual(['T-0001', 'T-0001', 'T-0001'])
  })

  test('a roll is as long as what is on it', async () => {
    const [label] = (await savePdf('label', 'roll')).pages
    const [slip] = (await savePdf('intake slip', 'roll')).pages
    expect(label?.height).toBeLessThan(90)
    expect(slip?.height).toBeGreaterThan(150)
  })

  test('thirty steps stand on it one by one, and nothing is cut off', async () => {
    const id = await desk.page.evaluate<string>(
      `window.desk.call('ticket.get', { id: 'T-0001' }).then(({ value }) => value.id)`,
    )
    for (let step = 0; step < 30; step += 1)
      await desk.page.evaluate(
        `window.desk.call('ticket.attempt', ${JSON.stringify({ id, fix: 'set-clock', outcome: 'failed', verified: 'word' })})`,
      )
    const sheets = await savePdf('hand-over slip', 'A4')
    const roll = await savePdf('hand-over slip', 'roll')
    expect(sheets.pages).toEqual(Array.from({ length: sheets.pages.length }, () => A4))
    expect(sheets.pages.length).toBeGreaterThan(1)
    expect(roll.pages).toEqual([ROLL])
    for (const { text } of [sheets, roll]) {
      expect([...text.matchAll(/(\d+)\.Setdate/gu)].map(([, at]) => Number(at))).toEqual(
        Array.from({ length: 30 }, (_, at) => at + 1),
      )
      expect(text).toMatch(/Received:customer’ssignature$/u)
    }
  })

  test('the size that was picked last is there again the next time', async () => {
    await savePdf('hand-over slip', 'roll')
    await desk.button('Paper').click()
    await paper().waitFor({ state: 'detached' })
    await desk.button('Paper').click()
    const size = desk.page.getByRole('combobox', { name: 'Size of the hand-over slip' })
    await expect.poll(() => size.inputValue()).toBe('roll')
  })

  test('what the shop says of itself stands at the top', async () => {
    await desk.goTo('Settings')
    const box = desk.page.getByRole('textbox', { name: 'Shop’s name, address and phone number' })
    await box.fill('Asha’s Phones\n12 Market Road')
    await box.blur()
    await desk.goTo('Counter')
    await desk.button('Paper').click()
    expect((await savePdf('intake slip', 'A4')).text).toMatch(/^Asha’sPhones12MarketRoad/u)
  })

  test('a place that cannot be written is told with a way out, and a file that was there stays', async () => {
    const there = join(folder, 'there.pdf')
    writeFileSync(there, 'kept')
    await willSave(join(there, 'inside.pdf'))
    await desk.button('Save label as PDF').click()
    await paper()
      .getByText(/could not be saved as inside\.pdf: the folder is not there\. Choose another place/u)
      .waitFor()
    expect(readFileSync(there, 'utf8')).toBe('kept')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
    await willSave(null)
    await desk.button('Save label as PDF').click()
    await paper().getByText('Choose another place').waitFor({ state: 'detached' })
  })
})

/** The picture as a camera would take it: half as large, grey. */
const dotsOf = async (source: string): Promise<{ width: number; height: number; data: Uint8Array }> => {
  const { width, height, grey } = await desk.page.evaluate(async (address) => {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth / 2
    canvas.height = image.naturalHeight / 2
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const dots = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
    let text = ''
    for (let at = 0; at < dots.length; at += 4) text += String.fromCodePoint(dots[at] ?? 0)
    return { width: canvas.width, height: canvas.height, grey: text }
  }, source)
  const data = new Uint8Array(width * height * 3)
  for (const [at, dot] of Buffer.from(grey, 'latin1').entries()) data.fill(dot, at * 3, at * 3 + 3)
  return { width, height, data }
}

describe('looked at before any paper is used up', () => {
  test.each(['label', 'intake slip', 'hand-over slip'])(
    'the %s is drawn, and a camera reads the ticket’s number off it',
    async (kind) => {
      await desk.button(`Look at the ${kind}`).click()
      const image = desk.page.getByRole('img', { name: 'As it will be printed' })
      await image.waitFor()
      const source = (await image.getAttribute('src')) ?? ''
      expect(source).toMatch(/^data:image\/png;base64,/u)
      expect(decodeQR(await dotsOf(source))).toBe('T-0001')
      await desk.page.keyboard.press('Escape')
      await image.waitFor({ state: 'detached' })
      await expect.poll(windows).toBe(1)
    },
  )

  test('nothing is wrong for those who hear the screen', async () => {
    expect(await findingsInBoth(desk)).toEqual([])
    await desk.button('Look at the label').click()
    await desk.page.getByRole('img', { name: 'As it will be printed' }).waitFor()
    expect(await findingsInBoth(desk)).toEqual([])
    await desk.page.keyboard.press('Escape')
  })
})

type Printing = {
  options?: { pageSize: unknown; silent: boolean }
  preferences?: Record<string, unknown>
  isOwnSession?: boolean
}

/** From now on there is a printer, and this is what comes of printing on it; null: the dialog stays open. */
const withPrinter = async (answer: readonly [boolean, string] | null): Promise<void> =>
  desk.app.evaluate(({ app, session }, given) => {
    app.removeAllListeners('browser-window-created')
    app.on('browser-window-created', (_, window) => {
      const contents = window.webContents
      const seen: Record<string, unknown> = {
        preferences: (
          contents as unknown as { getLastWebPreferences: () => unknown }
        ).getLastWebPreferences(),
        isOwnSession: contents.session !== session.defaultSession,
      }
      Reflect.set(globalThis, 'printing', seen)
      contents.getPrintersAsync = () => Promise.resolve([{ name: 'bench', displayName: 'Bench' }] as never)
      contents.print = (options, told) => {
        seen['options'] = options
        if (given !== null) told?.(given[0], given[1])
      }
    })
  }, answer)

const printing = async (): Promise<Printing> =>
  desk.app.evaluate(() => Reflect.get(globalThis, 'printing') as Printing)

describe('to a printer', () => {
  test('where there is none it says so, and what else can be done', async () => {
    await desk.button('Print intake slip').click()
    await paper()
      .getByText(/No printer is set up.*save the paper as PDF/u)
      .waitFor()
    await expect.poll(windows).toBe(1)
  })

  test('it goes over the system’s own dialog, in the size that was picked', async () => {
    await withPrinter([true, ''])
    await desk.page.getByRole('combobox', { name: 'Size of the label' }).selectOption('label')
    await desk.button('Print label').click()
    await desk.page.getByText('Sent to the printer').waitFor()
    expect((await printing()).options).toMatchObject({
      silent: false,
      pageSize: { width: 62_000, height: 29_000 },
    })
    await expect.poll(windows).toBe(1)
  })

  test('a dialog that is closed is no trouble; a printer that refuses is told', async () => {
    await withPrinter([false, 'Print job canceled'])
    await desk.button('Print label').click()
    await expect.poll(async () => (await printing()).options !== undefined).toBe(true)
    await expect.poll(windows).toBe(1)
    expect(await paper().getByRole('alert').allInnerTexts()).not.toContain('The printer did not take it')
    await withPrinter([false, 'Print job failed'])
    await desk.button('Print label').click()
    await paper()
      .getByText(/The printer did not take it \(Print job failed\).*try again/u)
      .waitFor()
  })

  test('in a window of its own that runs nothing, may nothing, and reaches nobody', async () => {
    const { preferences, isOwnSession } = await printing()
    expect(isOwnSession).toBe(true)
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
    })
    expect(preferences).not.toHaveProperty('preload', expect.stringContaining('.cjs'))
    const asked: string[] = []
    const server = createServer(({ url }, answer) => {
      asked.push(url ?? '')
      answer.end('here')
    }).listen(0, '127.0.0.1')
    workshop.later(() => void server.close())
    await once(server, 'listening')
    const port = (server.address() as AddressInfo).port
    const ended = await desk.app.evaluate(
      async ({ BrowserWindow, session, app }, addresses) => {
        app.removeAllListeners('browser-window-created')
        const webPreferences = { session: session.fromPartition('sheet'), sandbox: true }
        const window = new BrowserWindow({ show: false, webPreferences })
        const ends: string[] = []
        for (const address of addresses)
          ends.push(
            await window.loadURL(address).then(
              () => 'loaded',
              () => 'refused',
            ),
          )
        window.destroy()
        return ends
      },
      [
        `http://127.0.0.1:${String(port)}/x`,
        'file:///etc/passwd',
        'app://benchside/index.html',
        'app://benchside/sheet-1.html',
      ],
    )
    expect(asked).toEqual([])
    expect(ended[0]).toBe('refused')
    expect(ended.slice(1)).not.toContain('loaded')
  })

  test('what is never laid out is given up, in words', async () => {
    await desk.app.evaluate(({ app }) => {
      app.on('browser-window-created', (_, { webContents }) => {
        webContents.printToPDF = async () => new Promise<never>(() => {})
      })
    })
    const file = join(folder, 'never.pdf')
    await willSave(file)
    await desk.button('Save label as PDF').click()
    await paper()
      .getByText(/could not be laid out: it took too long.*Try again/u)
      .waitFor({ timeout: 40_000 })
    expect(existsSync(file)).toBe(false)
    await expect.poll(windows).toBe(1)
  })

  test('a page that dies is given up at once', async () => {
    await desk.app.evaluate(({ app }) => {
      app.removeAllListeners('browser-window-created')
      app.on('browser-window-created', (_, { webContents }) => {
        webContents.printToPDF = () => {
          webContents.forcefullyCrashRenderer()
          return new Promise<never>(() => {})
        }
      })
    })
    await desk.button('Save label as PDF').click()
    await paper().getByText('its page was closed').waitFor()
    await desk.app.evaluate(({ app }) => void app.removeAllListeners('browser-window-created'))
    expect((await savePdf('label', 'label')).text).toBe('T-0001')
  })

  test('a computer that goes down over an open dialog loses nothing', async () => {
    await withPrinter(null)
    await desk.button('Print hand-over slip').click()
    await expect.poll(async () => (await printing()).options !== undefined).toBe(true)
    expect(await windows()).toBe(2)
    await desk.kill()
    desk = await open()
    await desk.goTo('Tickets')
    await desk.page.getByRole('link', { name: 'T-0001' }).click()
    await desk.region('History').getByText('Ticket opened').waitFor()
    await desk.button('Paper').click()
    expect((await savePdf('label', 'label')).text).toBe('T-0001')
  })

  test('an open dialog does not keep the window from being closed', async () => {
    await withPrinter(null)
    await desk.button('Print label').click()
    await expect.poll(async () => (await printing()).options !== undefined).toBe(true)
    const gone = new Promise((resolve) => {
      desk.app.process().once('exit', resolve)
    })
    await desk.app.evaluate(({ BrowserWindow, session }) => {
      for (const window of BrowserWindow.getAllWindows())
        if (window.webContents.session === session.defaultSession) setTimeout(() => window.close(), 50)
    })
    await gone
    expect(desk.bugs()).toEqual([])
  })
})
