import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { appLaunch } from '../../src/tools/runtime.mjs'
import { median, print } from './figure.ts'
import { inventedRecord, TICKETS } from './invented-record.ts'
import { p95 } from './record.ts'

/** The window on a record of so many tickets: how soon it is there, how soon a key shows, how smoothly it scrolls. */
const WINDOWS = 5
const KEYS = ['v', 'e', 'r', 'i', 'f', 'y', ' ', 'a', 's', 'h', 'a']
/** A port on which no adb server is, so that none is waited for. */
const NO_ADB = '5991'
const of = `${String(TICKETS)} tickets`

const full = await inventedRecord(TICKETS)
const empty = join(tmpdir(), 'benchside-record-empty')
rmSync(empty, { recursive: true, force: true })

type Opened = { readonly app: ElectronApplication; readonly page: Page; readonly took: number }

const open = async (data: string): Promise<Opened> => {
  const { executable, args, env } = appLaunch(['--data', data, '--adb-port', NO_ADB], {
    ...process.env,
    BENCHSIDE_ADB: '/nonexistent',
  })
  const begun = performance.now()
  const app = await _electron.launch({ executablePath: executable, args, env, timeout: 60_000 })
  const page = await app.firstWindow()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  return { app, page, took: performance.now() - begun }
}

const starts = { full: [] as number[], empty: [] as number[] }
for (let round = 0; round <= WINDOWS; round += 1)
  for (const [name, data] of [['full', full] as const, ['empty', empty] as const]) {
    const { app, took } = await open(data)
    await app.close()
    if (round > 0) starts[name].push(took)
  }
print({
  name: `window start, ${of}`,
  value: median(starts.full),
  unit: 'ms',
  against: 'an empty record',
  ratio: median(starts.full) / median(starts.empty),
})

const { app, page } = await open(full)
await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tickets' }).click()
await page.getByRole('row').nth(3).waitFor()

/** From the key to the frame after the one in which another list stands; NaN: the same one stands. */
const keyToList = async (key: string): Promise<number> => {
  const watching = await page.evaluateHandle(() => {
    const panel = document.querySelector('main section')
    if (panel === null) throw new Error('no list')
    const shown = new Promise<number>((resolve) => {
      let pressed = Number.NaN
      document.addEventListener('keydown', () => (pressed = performance.now()), { once: true, capture: true })
      const watcher = new MutationObserver(() => {
        if (Number.isNaN(pressed)) return
        watcher.disconnect()
        requestAnimationFrame(() => {
          setTimeout(() => resolve(performance.now() - pressed))
        })
      })
      watcher.observe(panel, { childList: true, subtree: true, characterData: true })
      setTimeout(() => resolve(Number.NaN), 3000)
    })
    return { shown }
  })
  // Only now: a key overtakes what is asked of a page that is busy.
  await page.keyboard.press(key === ' ' ? 'Space' : key)
  return watching.evaluate(async ({ shown }) => shown)
}

const keys: number[] = []
for (let round = 0; round < 4; round += 1) {
  await page.getByRole('searchbox').fill('')
  await page.waitForTimeout(200)
  await page.getByRole('searchbox').focus()
  for (const key of KEYS) {
    const took = await keyToList(key)
    // A blank changes no list.
    if (!Number.isNaN(took) && key !== ' ') keys.push(took)
    await page.waitForTimeout(60)
  }
}
print({
  name: `from a key to the list, ${of}`,
  value: p95(keys),
  unit: 'ms, p95',
  against: '50 ms allowed',
  ratio: p95(keys) / 50,
})

await page.getByRole('searchbox').fill('')
await page.waitForTimeout(500)
/** Down to the end in as many frames as a wheel makes in some seconds; the longest that the page stood still. */
const longest = await page.evaluate(
  () =>
    new Promise<number>((resolve) => {
      const list = document.querySelector('[data-virtual-list]')
      if (list === null) throw new Error('no list')
      const end = list.scrollHeight - list.clientHeight
      let [frame, worst, last] = [0, 0, performance.now()]
      const FRAMES = 600
      const step = (): void => {
        const now = performance.now()
        if (frame > 1) worst = Math.max(worst, now - last)
        last = now
        frame += 1
        list.scrollTop = (end * frame) / FRAMES
        if (frame < FRAMES) requestAnimationFrame(step)
        else resolve(worst)
      }
      requestAnimationFrame(step)
    }),
)
await page.getByRole('link', { name: 'T-0001' }).waitFor()
print({
  name: `the longest frame from the first to the last of ${of}`,
  value: longest,
  unit: 'ms',
  against: '50 ms allowed',
  ratio: longest / 50,
})
await app.close()
rmSync(empty, { recursive: true, force: true, maxRetries: 5 })
