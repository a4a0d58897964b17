import { mkdtempSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright'
import { trackPhones } from '../../src/device/adb/track.ts'
import { appLaunch } from '../../src/tools/runtime.mjs'
import { askAdbServer } from '../simulator/adb-question.ts'
import { connect, learn, openCounter } from './counter.ts'
import { median, print } from './figure.ts'

/**
 * From the moment at which the adb server lists the phone as `device` (a follower of our own hears it) to the first
 * reading in the window, drawn. The yardstick is what a technician would type: `adb shell getprop` on the same phone.
 */
const WINDOWS = 4
/** How long a window has stood before its first phone comes: milliseconds. */
const SETTLED = 2000
const counter = await openCounter(1)
const { adb } = counter
const [phone] = counter.phones
if (phone === undefined) throw new Error('The phone is gone.')

let readyAt = Number.NaN
const ending = new AbortController()
const tracking = trackPhones({ host: '127.0.0.1', port: adb.port }, ending.signal, (phones) => {
  if (phones.some(({ state }) => state === 'device')) readyAt = Date.now()
})

/** When the next frame has shown a reading, after there was none. */
const firstReading = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let none = false
        const look = (): void => {
          const there = document.querySelector('[data-reading]') !== null
          none ||= !there
          if (!there || !none) return
          observer.disconnect()
          requestAnimationFrame(() => {
            window.setTimeout(() => resolve(Date.now()))
          })
        }
        const observer = new MutationObserver(look)
        observer.observe(document, { childList: true, subtree: true })
        look()
      }),
  )

const unplug = async (): Promise<void> => {
  await askAdbServer(adb.port, `host:disconnect:${phone.adbSerial}`)
}
const plugIn = async (page: Page): Promise<number> => {
  const seen = firstReading(page)
  // So that the window watches before there is anything to see.
  await page.evaluate(() => document.title)
  await connect(adb, phone)
  return (await seen) - readyAt
}

const timed = () => ({ first: [] as number[], again: [] as number[], getprop: [] as number[] })
const measure = async (): Promise<ReturnType<typeof timed>> => {
  const times = timed()
  for (let round = 0; round < WINDOWS; round += 1) {
    const data = mkdtempSync(join(tmpdir(), 'benchside-bench-'))
    await unplug()
    const { executable, args, env } = appLaunch(['--data', data, '--adb-port', String(adb.port)])
    const app = await _electron.launch({ executablePath: executable, args, env, timeout: 60_000 })
    const page = await app.firstWindow()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    await page.getByText('No phone connected').first().waitFor()
    await setTimeout(SETTLED)
    times.first.push(await plugIn(page))
    await page.getByText('Reading the phone').waitFor({ state: 'hidden' })
    await unplug()
    await page.getByText('No phone connected').first().waitFor()
    times.again.push(await plugIn(page))
    await page.getByText('Reading the phone').waitFor({ state: 'hidden' })
    const begun = performance.now()
    await adb.adb(['-s', phone.adbSerial, 'shell', 'getprop'])
    times.getprop.push(performance.now() - begun)
    await app.close()
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
  return times
}

const figures = async (where: string): Promise<void> => {
  const { first, again, getprop } = await measure()
  for (const [name, values] of [
    ['its first phone', first],
    ['later', again],
  ] as const)
    print({
      name: `first reading in the window, ${name}, ${where}`,
      value: median(values),
      unit: 'ms',
      against: 'adb shell getprop',
      ratio: median(values) / median(getprop),
    })
}
await figures('with shells')
await learn(counter)
await phone.recall(true)
await figures('from memory')

ending.abort()
await tracking
await counter.close()
