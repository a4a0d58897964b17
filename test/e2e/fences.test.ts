import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMANDS } from '../../src/contract/commands.ts'
import { freePort } from '../simulator/listen.ts'
import { openDesk, Workshop, type Desk } from './desk.ts'

const workshop = new Workshop()
const requested: string[] = []
let desk: Desk

beforeAll(async () => {
  const place = { data: workshop.folder(), adbPort: await freePort() }
  desk = await workshop.open(openDesk({ ...place, environment: { BENCHSIDE_ADB: '/nonexistent' } }))
  desk.page.on('request', (request) => requested.push(request.url()))
})
afterAll(async () => workshop.close())

/** Runs in the page's own world, as its own script would. */
const inPage = async <T>(script: string): Promise<T> => (await desk.page.evaluate(script)) as T

const call = async (name: unknown, input: unknown): Promise<{ ok: boolean; failure?: { code: string } }> =>
  inPage(`window.desk.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)

test('the page has nothing of Node, and of the app two functions', async () => {
  expect(
    await inPage(
      '[typeof require, typeof process, typeof Buffer, typeof module, typeof global, typeof electron]',
    ),
  ).toEqual(Array.from({ length: 6 }, () => 'undefined'))
  expect(await inPage('Object.keys(window.desk).sort()')).toEqual(['call', 'on'])
  expect(
    await inPage('window.desk.call.constructor("return typeof process")()').catch(() => 'refused'),
  ).toMatch(/undefined|refused/)
})

test('the window is sandboxed and its world is its own', async () => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
      contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  })
})

test.each(['nothing', 'constructor', '__proto__', 'toString', '', 7, null, { name: 'bench.get' }])(
  'a command that is not there is refused: %j',
  async (name) => {
    expect(await call(name, {})).toMatchObject({ ok: false, failure: { code: 'command.unknown' } })
  },
)

test.each(Object.keys(COMMANDS))('%s refuses what is not its input', async (name) => {
  for (const input of [{ bogus: 1 }, null, 'text', 7, [], { id: { $ne: '' } }, { key: 'x'.repeat(101) }]) {
    expect(await call(name, input)).toMatchObject({ ok: false, failure: { code: 'input.invalid' } })
  }
})

test('texts that are too long are refused, never cut', async () => {
  const draft = { customerName: 'x'.repeat(201), phoneNumber: '', said: '', symptoms: [], consents: [] }
  expect(await call('draft.save', draft)).toMatchObject({ ok: false, failure: { code: 'input.invalid' } })
})

test('the policy stands in the header and lets no script in but the app’s own', async () => {
  const answers = desk.page.waitForResponse((answer) => answer.url().endsWith('/index.html'))
  await desk.page.reload()
  const policy = (await answers).headers()['content-security-policy']
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  const ran = await inPage<string>(`(async () => {
    const script = document.createElement('script')
    try { script.textContent = 'window.ranInline = 1'; document.head.append(script) } catch {}
    const image = document.createElement('img')
    try { image.setAttribute('onerror', 'window.ranHandler = 1') } catch {}
    image.src = 'app://benchside/none.png'
    document.body.append(image)
    try { setTimeout('window.ranTimer = 1', 0) } catch {}
    await new Promise((resolve) => setTimeout(resolve, 300))
    image.remove()
    return [window.ranInline, window.ranHandler, window.ranTimer].map(String).join()
  })()`)
  expect(ran).toBe('undefined,undefined,undefined')
})

test('text turned into code is refused to the page’s own scripts', async () => {
  // The debugger's evaluation is let past the policy at its top level only; a timer's callback is the page's own.
  const refused = await inPage<string>(`new Promise((resolve) => {
    setTimeout(() => { try { resolve(String(eval('1+1'))) } catch (error) { resolve(error.name) } }, 0)
  })`)
  expect(refused).toBe('EvalError')
})

test('no way leads out of the window', async () => {
  const before = desk.page.url()
  const opened = await inPage('String(window.open("https://example.com/"))')
  expect(opened).toBe('null')
  await inPage('void (location.href = "https://example.com/")').catch(() => undefined)
  await inPage('void (location.href = "file:///etc/passwd")').catch(() => undefined)
  await desk.page.waitForTimeout(500)
  expect(desk.page.url()).toBe(before)
  expect(desk.app.windows()).toHaveLength(1)
})

test('an empty page is left for the own one again, and nothing is downloaded', async () => {
  await desk.app.evaluate(({ session }) => {
    session.defaultSession.on('will-download', (event) => {
      Reflect.set(globalThis, 'refused', event.defaultPrevented)
    })
  })
  await inPage(`void (() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    link.click()
  })()`)
  await expect
    .poll(async () => desk.app.evaluate(() => Reflect.get(globalThis, 'refused') as unknown))
    .toBe(true)
  await inPage('void (location.href = "about:blank")')
  await desk.page.waitForURL('app://benchside/index.html**')
  await desk.page.getByRole('navigation', { name: 'Main' }).waitFor()
})

test.each(['https://example.com/', 'file:///etc/passwd', 'app://benchside/index.html'])(
  'the page cannot fetch %s',
  async (address) => {
    const answer = inPage<string>(`fetch(${JSON.stringify(address)}).then(() => 'fetched', () => 'refused')`)
    expect(await answer).toBe('refused')
  },
)

test('only files of the window are served', async () => {
  const statuses = await desk.app.evaluate(
    async ({ net }, addresses) =>
      Promise.all(
        addresses.map(async (one) =>
          net.fetch(one).then(
            ({ status }) => status,
            () => 'refused',
          ),
        ),
      ),
    [
      'app://benchside/index.html',
      'app://benchside/%2e%2e%2fmain%2findex.js',
      'app://benchside/..%5cmain%5cindex.js',
      'app://benchside/assets/..%2f..%2fmain%2findex.js',
      'app://benchside/none.js',
      'app://benchside/index.html%00.js',
      'app://other/index.html',
    ],
  )
  expect(statuses).toEqual([200, 400, 400, 400, 404, 400, 400])
})

test('no page asks for anything that is not the app’s own', async () => {
  requested.length = 0
  await desk.page.reload()
  for (const page of ['Counter', 'Tickets', 'Knowledge', 'Reports', 'Settings'] as const)
    await desk.goTo(page)
  await desk.page.waitForTimeout(300)
  expect(requested.length).toBeGreaterThan(0)
  expect(requested.filter((address) => !/^(app:\/\/benchside\/|data:|blob:)/.test(address))).toEqual([])
})

test('no permission of the computer is given', async () => {
  const states = await inPage(
    `Promise.all(['geolocation', 'notifications', 'camera', 'microphone'].map((name) => navigator.permissions.query({ name }).then(({ state }) => state)))`,
  )
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
})
