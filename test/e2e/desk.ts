import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright'
import { expect } from 'vitest'
import { appLaunch } from '../../src/tools/runtime.mjs'

export type Desk = {
  readonly app: ElectronApplication
  readonly page: Page
  readonly region: (name: string) => Locator
  readonly button: (name: string) => Locator
  goTo(page: 'Counter' | 'Tickets' | 'Knowledge' | 'Reports' | 'Settings'): Promise<void>
  /** What the app itself has called a bug; there must be none. */
  bugs(): readonly string[]
  /** As a power cut does: no goodbye, nothing flushed. */
  kill(): Promise<void>
  close(): Promise<void>
}

export type DeskOptions = {
  readonly data: string
  /** Null: none is asked for. Only where the record says that the adb server is our own: else it would be the common one. */
  readonly adbPort: number | null
  readonly arguments?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** The record cannot be opened: another page comes than the desk. */
  readonly inTrouble?: boolean
}

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const port = options.adbPort === null ? [] : ['--adb-port', String(options.adbPort)]
  const given = ['--data', options.data, ...port, ...(options.arguments ?? [])]
  const { executable, args, env } = appLaunch(given, { ...process.env, ...options.environment })
  const app = await _electron.launch({ executablePath: executable, args, env, timeout: 60_000 })
  const bugs: string[] = []
  app.process().stderr?.on('data', (text: Buffer) => {
    const words = text.toString()
    if (words.includes('bug:')) bugs.push(words)
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(15_000)
  if (options.inTrouble) await page.getByRole('heading', { name: 'The record could not be opened' }).waitFor()
  else await page.getByRole('navigation', { name: 'Main' }).waitFor()
  const child = app.process()
  return {
    bugs: () => bugs,
    app,
    page,
    region: (name) => page.getByRole('region', { name, exact: true }),
    button: (name) => page.getByRole('button', { name, exact: true }),
    async goTo(name) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()
    },
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) await app.close()
      expect(bugs).toEqual([])
    },
  }
}

/** What a test has opened is put away when it ends, the latest first, also when it failed. */
export class Workshop {
  readonly #closing: (() => Promise<void> | void)[] = []

  later(close: () => Promise<void> | void): void {
    this.#closing.unshift(close)
  }

  async open<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
    const opened = await opening
    this.later(async () => opened.close())
    return opened
  }

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'benchside-e2e-'))
    this.later(() => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    })
    return folder
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0)) await close()
  }
}

export type Intake = { readonly name: string; readonly number: string; readonly said: string }

export const COULD_NOT_VERIFY = "Couldn't verify Mi Account ID, invalid username or password"

export async function writeTicket({ page, button }: Desk, intake: Intake): Promise<void> {
  await button('New ticket').click()
  await page.getByRole('textbox', { name: 'Customer name', exact: true }).fill(intake.name)
  await page.getByRole('textbox', { name: 'Phone number', exact: true }).fill(intake.number)
  await page.getByRole('textbox', { name: 'What the customer says', exact: true }).fill(intake.said)
  await button('Open ticket').click()
  await page.getByRole('region', { name: 'History' }).waitFor()
}
