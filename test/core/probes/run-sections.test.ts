import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SECTIONS, SIGN_IN_HOSTS } from '../../../src/core/probes/index.ts'

let folder = ''
const tool = (name: string, script: string): void => {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
}
const lendTool = (name: string): void => {
  const found = spawnSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
  symlinkSync(found, join(folder, name))
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'benchside-sections-'))
  tool('settings', 'echo "$3 of $2"')
  tool(
    'dumpsys',
    'printf "Heading\\n  User UserInfo{0:x:1}:\\n  Accounts: 1\\n    Account {name=1, type=com.xiaomi}\\n  other\\n"; echo error >&2',
  )
  tool(
    'ping',
    'echo "PING $5 (1.2.3.4) * bytes"; echo; case $5 in account.*) echo "64 bytes from 1.2.3.4: time=5.1 ms"; echo "1 packets transmitted, 1 received";; *) exit 1;; esac',
  )
  tool('nc', 'case $3 in c.id.mi.com) exit 0;; *) echo "nc: Timeout" >&2; exit 1;; esac')
  lendTool('cat')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (id: string): string => {
  const script = SECTIONS.find((section) => section.id === id)?.command ?? 'false'
  return spawnSync('/bin/sh', ['-c', `{ ${script}\n} 2>&1 </dev/null; echo "end $?"`], {
    encoding: 'utf8',
    env: { PATH: folder },
  }).stdout
}

/** Phones run mksh; any POSIX shell will do here, and Windows has none. */
const noShell = process.platform === 'win32'

test.skipIf(noShell)('in a real shell, settings come with their labels, in any order', () => {
  const lines = run('settings').trim().split('\n')
  expect(lines).toContain('auto_time=auto_time of global')
  expect(lines).toContain('http_proxy=http_proxy of global')
  expect(lines.at(-1)).toBe('end 0')
  expect(lines).toHaveLength(9)
})

test.skipIf(noShell)(
  'in a real shell, a phone without grep sends the whole dump, one with grep what is needed',
  () => {
    expect(run('account')).toBe(
      'Heading\n  User UserInfo{0:x:1}:\n  Accounts: 1\n    Account {name=1, type=com.xiaomi}\n  other\nerror\nend 0\n',
    )
    lendTool('grep')
    expect(run('account')).toBe(
      'Heading\n  User UserInfo{0:x:1}:\n  Accounts: 1\n    Account {name=1, type=com.xiaomi}\nerror\nend 0\n',
    )
  },
)

test.skipIf(noShell)('in a real shell, one line a host, and nc only where ping got no answer', () => {
  const lines = run('hosts').trim().split('\n')
  expect(lines).toHaveLength(SIGN_IN_HOSTS.length + 1)
  expect(lines).toContain(
    'host account.xiaomi.com ping=0 nc=- PING account.xiaomi.com (1.2.3.4) * bytes 64 bytes from 1.2.3.4: time=5.1 ms 1 packets transmitted, 1 received ++',
  )
  expect(lines).toContain('host c.id.mi.com ping=1 nc=0 PING c.id.mi.com (1.2.3.4) * bytes ++')
  expect(lines).toContain(
    'host api.device.xiaomi.net ping=1 nc=1 PING api.device.xiaomi.net (1.2.3.4) * bytes ++ nc: Timeout',
  )
})
