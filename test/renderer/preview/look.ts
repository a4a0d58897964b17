import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Page } from 'playwright'

/**
 * Pictures of every scene, and what axe finds in it. First build the preview, then:
 * CHROMIUM=/usr/bin/chromium node test/renderer/preview/look.ts FOLDER [scene ...]
 */
const [folder = '.cache/look', ...wanted] = process.argv.slice(2)
const built = '.cache/preview'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const file = pathname === '/' ? '/index.html' : pathname
  try {
    const body = readFileSync(join(built, file))
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    })
    response.end(body)
  } catch {
    response.writeHead(404).end()
  }
})

type View = {
  readonly name: string
  readonly scene: string
  readonly hash?: string
  readonly size?: readonly [number, number]
  readonly zoom?: number
  readonly act?: (page: Page) => Promise<void>
}

const open = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click()
}

const report = (name: string) => async (page: Page) => {
  await page.getByRole('radio', { name, exact: true }).check({ force: true })
}

const VIEWS: readonly View[] = [
  ...[
    'full',
    'tried',
    'fixed',
    'phone',
    'reading',
    'stopped',
    'waiting',
    'empty',
    'no-adb',
    'port-taken',
  ].map((scene) => ({ name: scene, scene })),
  { name: 'real', scene: 'real' },
  { name: 'real-by-hand', scene: 'real-by-hand' },
  { name: 'real-knowledge', scene: 'real', hash: '#/knowledge' },
  {
    name: 'real-codes',
    scene: 'real',
    hash: '#/knowledge',
    act: async (page) => {
      await page.getByRole('radio', { name: /^Codes/u }).check({ force: true })
      await page.getByRole('searchbox', { name: 'Filter by words' }).fill('20031')
      await page.locator('summary').first().click()
    },
  },
  {
    name: 'real-advice',
    scene: 'real',
    hash: '#/knowledge',
    act: async (page) => {
      await page.getByRole('radio', { name: /^Advice/u }).check({ force: true })
      await page.locator('summary').first().click()
    },
  },
  {
    name: 'real-symptoms',
    scene: 'real',
    act: async (page) => {
      await page.getByRole('button', { name: 'New ticket' }).click()
      await page.getByText('Other symptoms').click()
    },
  },
  { name: 'draft', scene: 'draft' },
  { name: 'hostile', scene: 'hostile' },
  { name: 'hostile-tickets', scene: 'hostile', hash: '#/tickets' },
  { name: 'tickets-many', scene: 'many', hash: '#/tickets' },
  { name: 'tickets-one', scene: 'one', hash: '#/tickets' },
  { name: 'tickets-none', scene: 'empty', hash: '#/tickets' },
  { name: 'ticket-closed', scene: 'many', hash: '#/tickets/ticket-3' },
  { name: 'knowledge', scene: 'full', hash: '#/knowledge' },
  { name: 'reports', scene: 'many', hash: '#/reports' },
  { name: 'reports-large', scene: 'many', hash: '#/reports', size: [1920, 1080] },
  { name: 'reports-fixes', scene: 'many', hash: '#/reports', act: report('Which step worked') },
  { name: 'reports-own-days', scene: 'many', hash: '#/reports', act: report('from … to') },
  { name: 'reports-none', scene: 'empty', hash: '#/reports' },
  { name: 'settings', scene: 'full', hash: '#/settings' },
  { name: 'details', scene: 'full', act: open('Details') },
  {
    name: 'others',
    scene: 'full',
    act: async (page) => {
      await page.getByText('4 other steps').click()
    },
  },
  {
    name: 'check',
    scene: 'full',
    act: async (page) => {
      await page.getByText('4 other steps').click()
      await page.getByText('Sign in at account').click()
    },
  },
  {
    name: 'caution',
    scene: 'full',
    act: async (page) => {
      await page.getByText('4 other steps').click()
      await page.getByText('Clear all data').click()
    },
  },
  {
    name: 'refer',
    scene: 'full',
    act: async (page) => {
      await page.getByText('4 other steps').click()
      await page.getByText('Refer to an auth').click()
    },
  },
  {
    name: 'basis',
    scene: 'full',
    act: async (page) => {
      await page.locator('[data-reading="package.com.xiaomi.account"] button[aria-expanded]').click()
    },
  },
  {
    name: 'refused',
    scene: 'phone',
    act: async (page) => {
      await page.getByRole('button', { name: 'New ticket' }).click()
      await page.getByLabel('What the customer says').fill('wrong password, cannot verify')
      await page.waitForTimeout(500)
      await page.getByRole('button', { name: 'Open ticket' }).click()
    },
  },
  {
    name: 'refused-close',
    scene: 'full',
    act: async (page) => {
      await page.getByLabel('Result').selectOption('fixed')
      await page.getByRole('button', { name: 'Close ticket' }).click()
    },
  },
  {
    name: 'keys',
    scene: 'full',
    act: async (page) => {
      await page.keyboard.press('?')
    },
  },
  { name: 'small', scene: 'full', size: [1366, 768] },
  { name: 'small-phone', scene: 'phone', size: [1366, 768] },
  { name: 'zoomed', scene: 'full', size: [640, 400], zoom: 2 },
  { name: 'zoomed-form', scene: 'draft', size: [640, 400], zoom: 2 },
  { name: 'zoomed-tickets', scene: 'many', hash: '#/tickets', size: [640, 400], zoom: 2 },
]

/** Whatever is wider or higher than the window itself. */
const overflow = async (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    return scrollWidth > clientWidth || scrollHeight > clientHeight
      ? `page scrolls ${scrollWidth}x${scrollHeight}`
      : ''
  })

server.listen(0)
const { port } = server.address() as AddressInfo
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
let findings = 0
for (const view of VIEWS) {
  if (wanted.length > 0 && !wanted.includes(view.name)) continue
  for (const theme of ['light', 'dark']) {
    const [width, height] = view.size ?? [1280, 800]
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: view.zoom ?? 1,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') process.stdout.write(`${view.name}: ${message.text()}\n`)
    })
    page.on('pageerror', (error) => process.stdout.write(`${view.name}: ${error.message}\n`))
    await page.goto(`http://localhost:${String(port)}/?scene=${view.scene}&theme=${theme}${view.hash ?? ''}`)
    await page.waitForSelector('main')
    await page.waitForTimeout(250)
    await view.act?.(page)
    await page.waitForTimeout(250)
    await page.screenshot({ path: join(folder, `${view.name}-${theme}.png`) })
    const { violations } = await new AxeBuilder({ page }).analyze()
    findings += violations.length
    for (const { id, nodes } of violations)
      process.stdout.write(
        `${view.name} ${theme}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join('\n   ')}\n`,
      )
    const scrolls = await overflow(page)
    if (scrolls !== '') process.stdout.write(`${view.name} ${theme}: ${scrolls}\n`)
    await context.close()
  }
}
process.stdout.write(`${String(findings)} findings\n`)
await browser.close()
server.close()
