import { afterAll, beforeAll, expect, test } from 'vitest'
import { somePhone, startAdbServer, startPhone, type AdbServer, type SimulatedPhone } from './index.ts'

let server: AdbServer
let phone: SimulatedPhone

beforeAll(async () => {
  server = await startAdbServer()
  phone = await startPhone(somePhone({ serial: '71d23d60' }))
  await server.connect(phone)
})

afterAll(async () => {
  await phone.close()
  await server.close()
})

const shell = (script: string) => server.adbFor(phone, ['shell', script])
const output = async (script: string): Promise<string> => (await shell(script)).output

test('adb lists the phone with what its banner says', async () => {
  expect(await server.devices()).toMatch(
    new RegExp(
      `^${phone.adbSerial} +device product:pipa_eea model:23043RP34G device:pipa transport_id:\\d+$`,
      'm',
    ),
  )
})

test('a script ends with its exit code, and stdout and stderr stay apart', async () => {
  expect(await shell('echo out; echo err >&2; exit 7')).toEqual({
    exitCode: 7,
    output: 'out\n',
    errors: 'err\n',
  })
})

test('properties are those of the real phone, values of several lines too', async () => {
  expect(
    await output('getprop ro.mi.os.version.incremental; getprop ro.serialno; getprop no.such here'),
  ).toBe('OS2.0.12.0.UMZEUXM\n71d23d60\nhere\n')
  const all = await output('getprop')
  expect(all).toContain('[ro.miui.ui.version.name]: [V816]\n')
  expect(all).toContain('reboot,userrequested,1777920673]\n')
  expect(all.split('\n').length).toBeGreaterThan(1170)
})

test('settings: a missing key is null, and lists are sorted', async () => {
  expect(await output('settings get global airplane_mode_on; settings --user 0 get secure no_such_key')).toBe(
    '0\nnull\n',
  )
  expect(await output('settings list global')).toMatch(/^airplane_mode_on=0$/m)
})

test('the clock goes on at its distance from ours', async () => {
  phone.change({ clockOffsetSeconds: -259_200, zone: 'Asia/Kolkata' })
  const before = Date.now() / 1000
  const [seconds = '', zone = ''] = (await output("date '+%s.%N %z'")).trim().split(' ')
  const after = Date.now() / 1000
  expect(Number(seconds) + 259_200).toBeGreaterThanOrEqual(before - 0.01)
  expect(Number(seconds) + 259_200).toBeLessThanOrEqual(after + 0.01)
  expect(zone).toBe('+0530')
  expect(await output('date +%Z; getprop persist.sys.timezone')).toBe('IST\nAsia/Kolkata\n')
  phone.change({ clockOffsetSeconds: 0 })
})

test('a package is enabled, disabled, removed or absent, and each list says so', async () => {
  phone.change({
    packages: {
      'com.xiaomi.account': { state: 'disabled' },
      'com.xiaomi.finddevice': { state: 'removed' },
      'com.xiaomi.xmsf': { state: 'absent' },
    },
  })
  const names = async (options: string): Promise<string> => output(`pm list packages ${options} com.xiaomi`)
  expect(await names('-d')).toBe('package:com.xiaomi.account\n')
  expect(await names('-e')).not.toContain('com.xiaomi.account\n')
  expect(await names('')).toContain('package:com.xiaomi.account\n')
  expect(await names('')).not.toContain('finddevice')
  expect(await names('-u --user 0')).toContain('package:com.xiaomi.finddevice\n')
  expect(await names('-u')).not.toContain('com.xiaomi.xmsf')
  expect(await output('cmd package list packages -f com.xiaomi.account')).toMatch(
    /^package:\/product\/.*=com.xiaomi.account$/m,
  )
  expect(await output('dumpsys package com.xiaomi.account')).toMatch(/User 0: .*installed=true .* enabled=3 /)
  expect(await output('dumpsys package com.xiaomi.finddevice')).toMatch(
    /User 0: .*installed=false .* enabled=0 /,
  )
  expect(await output('dumpsys package com.xiaomi.xmsf')).toContain('Unable to find package: com.xiaomi.xmsf')
  expect((await shell('pm path com.xiaomi.finddevice')).exitCode).toBe(1)
})

test('what a fix changes is seen by the next reading', async () => {
  await shell('pm enable com.xiaomi.account; cmd package install-existing --user 0 com.xiaomi.finddevice')
  expect(phone.state.packages['com.xiaomi.finddevice']?.state).toBe('enabled')
  expect(await output('pm list packages -d com.xiaomi; pm path com.xiaomi.finddevice')).toBe(
    'package:/system_ext/priv-app/FindDevice/FindDevice.apk\n',
  )
  phone.change({ network: { privateDns: { mode: 'hostname', host: 'dns.adguard-dns.com' } } })
  expect(await output('dumpsys connectivity')).toContain('PrivateDnsServerName: dns.adguard-dns.com')
  expect(await output('settings put global private_dns_mode off; settings get global private_dns_mode')).toBe(
    'off\n',
  )
  expect(phone.state.network.privateDns.mode).toBe('off')
})

test('automatic time sets the clock right', async () => {
  phone.change({ clockOffsetSeconds: -259_200 })
  await shell('settings put global auto_time 1')
  expect(phone.state.clockOffsetSeconds).toBe(0)
})

test('ping has an answer, no answer, or an unknown host', async () => {
  phone.change({ network: { hosts: { 'silent.example': 'no-answer', 'blocked.example': 'unknown-host' } } })
  const answered = await shell('ping -c 1 -W 2 account.xiaomi.com')
  expect(answered.exitCode).toBe(0)
  expect(answered.output).toMatch(
    /1 packets transmitted, 1 received, 0% packet loss[^]*rtt min\/avg\/max\/mdev = 12\.000\//,
  )
  const silent = await shell('ping -c 1 -W 1 silent.example')
  expect(silent.exitCode).toBe(1)
  expect(silent.output).toContain('1 packets transmitted, 0 received, 100% packet loss')
  expect(await shell('ping -c 1 -W 1 blocked.example')).toEqual({
    exitCode: 2,
    output: '',
    errors: 'ping: unknown host blocked.example\n',
  })
  phone.change({ network: { pingProgram: 'toybox' } })
  expect((await shell('ping -c 1 account.xiaomi.com')).output).toContain(
    'round-trip min/avg/max = 12/12/12 ms',
  )
})

test('nc connects, is refused, or waits in vain', async () => {
  phone.change({ network: { hosts: { 'refuses.example': 'refuses', 'tcp-only.example': 'no-ping' } } })
  expect((await shell('nc -w 2 account.xiaomi.com 443 </dev/null')).exitCode).toBe(0)
  expect((await shell('nc -w 2 tcp-only.example 443 </dev/null')).exitCode).toBe(0)
  expect((await shell('nc -w 2 refuses.example 443 </dev/null')).errors).toBe(
    'nc: connect: Connection refused\n',
  )
  expect((await shell('nc -w 1 silent.example 443 </dev/null')).errors).toBe('nc: Timeout\n')
  expect((await shell('nc -w 1 blocked.example 443 </dev/null')).errors).toContain(
    'No address associated with hostname',
  )
})

test('a name server that filters, and a hotspot, say other addresses', async () => {
  phone.change({
    network: { pingProgram: 'iputils', hosts: { 'filtered.example': 'blocked', 'any.example': 'portal' } },
  })
  expect(await output('ping -c 1 filtered.example')).toContain('PING filtered.example (127.0.0.1) 56(84)')
  expect(await output('ping -c 1 any.example')).toContain('PING any.example (192.168.1.1) 56(84)')
  expect((await shell('nc -w 2 filtered.example 443 </dev/null')).errors).toContain('refused')
})

test('a command that is stopped while it waits holds nothing up', async () => {
  phone.change({ network: { hosts: { 'silent.example': 'no-answer' } } })
  const start = performance.now()
  expect(await output('text=$(timeout 0.2 ping -c 1 -W 9 silent.example); echo "$? $text"')).toBe('124 \n')
  expect(performance.now() - start).toBeLessThan(5000)
})

test('data saver', async () => {
  phone.change({ dataSaver: true })
  expect(await output('cmd netpolicy get restrict-background')).toBe('Restrict background status: enabled\n')
})

test('commands that run at the same time each get their own answer', async () => {
  const keys = Array.from({ length: 30 }, (_, at) => `key${String(at)}`)
  const lines = await output(`${keys.map((key) => `(getprop none ${key}) &`).join(' ')} wait`)
  expect(lines.trim().split('\n').toSorted()).toEqual(keys.toSorted())
})

test('an account, an owner and an unknown service', async () => {
  expect(await output('dumpsys account')).toContain('  Accounts: 0\n')
  phone.change({
    accounts: [{ name: '1623456123', type: 'com.xiaomi' }],
    deviceOwner: 'com.rosan.dhizuku/.server.DhizukuDAReceiver',
  })
  expect(await output('dumpsys account')).toContain('    Account {name=1623456123, type=com.xiaomi}\n')
  expect(await output('dumpsys device_policy')).toContain('package=com.rosan.dhizuku\n')
  expect(await shell('dumpsys nonsense')).toEqual({
    exitCode: 0,
    output: '',
    errors: "Can't find service: nonsense\n",
  })
})

test('a command that no phone has, in the words of a phone', async () => {
  expect(await shell('python3 --version')).toEqual({
    exitCode: 127,
    output: '',
    errors: '/system/bin/sh: python3: inaccessible or not found\n',
  })
})

test('files of the machine that we run on are not there', async () => {
  expect((await shell('cat /etc/hostname')).errors).toBe('cat: /etc/hostname: No such file or directory\n')
  expect(await output('cat /proc/uptime')).toMatch(/^\d+\.\d\d \d+\.\d\d\n$/)
})
