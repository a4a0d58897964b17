import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAdbServer } from './adb-question.ts'
import { startAdbServer, startPhone, type AdbServer } from './index.ts'
import { presetNamed, presets, type PresetName } from './presets.ts'

let server: AdbServer

beforeAll(async () => {
  server = await startAdbServer()
})
afterAll(() => server.close())

/** What a technician would see of each at once. */
const signs: Readonly<Record<PresetName, readonly [script: string, sign: string | RegExp]>> = {
  healthy: [
    'getprop ro.mi.os.version.name; pm path com.xiaomi.account',
    /^OS2\.0\npackage:\/product\/.*MIUIXiaomiAccountGlobal\.apk\n$/,
  ],
  clockAndPackage: [
    `pm list packages -d com.xiaomi; [ $(date +%s) -lt ${String(Math.floor(Date.now() / 1000) - 259_000)} ] && echo behind`,
    'package:com.xiaomi.account\nbehind\n',
  ],
  privateDns: [
    'getprop ro.miui.ui.version.name; settings get global private_dns_specifier; ping -c 1 find.api.micloud.xiaomi.net 2>&1',
    'V140\ndns.adguard-dns.com\nping: unknown host find.api.micloud.xiaomi.net\n',
  ],
  miui10: [
    'getprop ro.build.version.sdk; settings get global private_dns_mode; dumpsys connectivity | grep -o "ni{.type: WIFI.., state: CONNECTED"',
    '26\nnull\nni{[type: WIFI[], state: CONNECTED\n',
  ],
  findDeviceRemoved: [
    'pm list packages com.xiaomi.finddevice; pm list packages -u com.xiaomi.finddevice',
    'package:com.xiaomi.finddevice\n',
  ],
  couldNotVerify: [
    'uiautomator dump /proc/self/fd/1 | grep -o "Couldn’t verify Mi Account ID"',
    'Couldn’t verify Mi Account ID\n',
  ],
  unauthorized: ['echo', ''],
  airplane: [
    'settings get global airplane_mode_on; ping -c 1 account.xiaomi.com 2>&1; dumpsys connectivity | grep Active',
    '1\nping: unknown host account.xiaomi.com\nActive default network: none\n',
  ],
}

test.for(Object.entries(presets))('%s', async ([name, preset]) => {
  const phone = await startPhone(preset.phone(), 'options' in preset ? preset.options : {})
  await server.connect(phone)
  const entry = Object.entries(signs).find(([own]) => own === name)
  const [script, sign] = entry?.[1] ?? ['', '']
  const { output } = await server.adbFor(phone, ['shell', script])
  const devices = await server.devices()
  await server.disconnect(phone)
  await phone.close()
  expect(output).toMatch(typeof sign === 'string' ? new RegExp(`^${escaped(sign)}$`) : sign)
  expect(devices).toContain(name === 'unauthorized' ? 'unauthorized' : 'device product:')
})

test('names may be written either way', () => {
  expect(presetNamed('clock-and-package')).toBe(presets.clockAndPackage)
  expect(presetNamed('miui10')).toBe(presets.miui10)
  expect(presetNamed('nonsense')).toBeUndefined()
})

test('by hand: it prints the adb port, stays, and leaves nothing behind', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run.ts'), '--preset', 'unauthorized'])
  let output = ''
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString()
  })
  await expect.poll(() => output, { timeout: 20_000 }).toContain('type:')
  const [, port] = /adb port (\d+)/.exec(output) ?? []
  const [, serial] = /(127\.0\.0\.1:\d+)/.exec(output) ?? []
  const ask = (): Promise<string> => devicesOf(String(port))
  expect(await ask()).toContain(`${String(serial)}\tunauthorized`)
  child.stdin.write('allow\n')
  await expect.poll(ask, { timeout: 10_000 }).toContain(`${String(serial)}\tdevice`)
  child.kill('SIGINT')
  await once(child, 'close')
  expect(await ask()).toBe('no server')
})

async function devicesOf(port: string): Promise<string> {
  return (await askAdbServer(Number(port), 'host:devices')) ?? 'no server'
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
