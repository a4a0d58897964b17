import { expect, test } from 'vitest'
import { PROBES, SECTIONS, SIGN_IN_HOSTS, WATCHED_PACKAGES } from '../../../src/core/probes/index.ts'
import { SCREEN_SECTION } from '../../../src/core/screen-message/section.ts'
import { WATCH_COMMAND } from '../../../src/core/sign-in-watch/command.ts'

/** First words of commands that read and change nothing; the words after them are checked where they could change. */
const READS: readonly RegExp[] = [
  /^date \+%s\.%N$/u,
  /^getprop$/u,
  /^settings get global [\w.]+$/u,
  /^pm list (?:packages(?: -[du])? --user 0|users)$/u,
  /^dumpsys (?:account|connectivity|device_policy|battery|package [\w.]+)$/u,
  /^df \/data$/u,
  /^cmd netpolicy get restrict-background$/u,
  /^(?:\$t )?ping -c 1 -W 2 \$h$/u,
  /^(?:\$u )?nc -w 2 \$h 443$/u,
  /^grep -E '[^']*'$/u,
  /^uiautomator dump \/proc\/self\/fd\/1$/u,
  /^date '\+since %m-%d %H:%M:%S'$/u,
  // With its filter alone: -c empties the log, -f writes a file, -b and -p reach other buffers.
  /^logcat -v time(?: -T 1)? -s(?: \w+:V)+$/u,
  /^trap 'kill \$p; exit' HUP TERM$/u,
  /^p=\$!$/u,
  /^wait \$p$/u,
  /^cat$/u,
  /^echo( .*)?$/u,
  /^wait$/u,
  /^set -f$/u,
  /^command -v (?:timeout|nc)$/u,
  /^\[ [^\]]* \]$/u,
  /^(?:[a-z]=(?:'timeout [34]'|nc|-|\$\?)? ?)+$/u,
  /^for h in [a-z0-9. -]+$/u,
]
const KEYWORDS = /^(?:(?:if|then|else|elif|fi|do|done)\b|[{}()!])\s*/u

/** The simple commands of a script: quoted text is held together, $(...) counts as a command of its own. */
const commandsOf = (script: string): readonly string[] => {
  const quotes: string[] = []
  const held = script.replaceAll(/'[^']*'/gu, (quote) => `@${quotes.push(quote) - 1}@`)
  return held
    .replaceAll(/"[a-z_.]+=\$\(([^)]*)\)"/gu, '\n$1\n')
    .replaceAll(/[a-z]=\$\(([^)]*)\)/gu, '$1')
    .replaceAll(/\d?>&\d|[\d]?[<>]\/dev\/null|2>\/dev\/null/gu, '')
    .split(/\n|;|&&|\|\||\||&|\(|\)/u)
    .map((command) => {
      let rest = command.trim()
      while (KEYWORDS.test(rest)) rest = rest.replace(KEYWORDS, '')
      return rest
        .replace(/\}$/u, '')
        .replaceAll(/@(\d+)@/gu, (_, at: string) => quotes[Number(at)] ?? '')
        .replaceAll(/\s+/gu, ' ')
        .trim()
    })
    .filter((command) => command !== '')
}

const strangers = (script: string): readonly string[] =>
  commandsOf(script).filter((command) => !READS.some((read) => read.test(command)))

const WATCH = { id: 'sign-in watch', command: WATCH_COMMAND }

test.each([...SECTIONS, SCREEN_SECTION, WATCH].map(({ id, command }) => [id, command]))(
  '%s only reads',
  (_, command) => {
    expect(commandsOf(command).length).toBeGreaterThan(0)
    expect(strangers(command)).toEqual([])
  },
)

test.each([
  'settings put global auto_time 1',
  'echo "x=$(settings put global auto_time 1)" &',
  'getprop; setprop persist.x 1',
  'pm disable-user com.xiaomi.account',
  'for h in a.b; do (p=$(rm -rf /data)) & done',
  'dumpsys battery | { tee /sdcard/x || cat; }',
  'cmd netpolicy set restrict-background true',
  'dumpsys battery set level 5',
  'uiautomator dump',
  'uiautomator dump /sdcard/x.xml | cat',
  'uiautomator dump /proc/self/fd/1 > /sdcard/x.xml',
  'logcat',
  'logcat -c',
  'logcat -v time -s XMPassport:V -f /sdcard/log',
  'logcat -v time -T 1 -s *:V',
  "trap 'reboot' HUP",
  'kill 1',
])('planted: %s does not pass', (command) => {
  expect(strangers(command)).not.toEqual([])
})

test('the log is never followed with the inspection, and the watch fits an old adbd', () => {
  expect(SECTIONS.filter(({ command }) => command.includes('logcat'))).toEqual([])
  expect(WATCH_COMMAND.length).toBeLessThan(3900)
})

test('the screen is never read with the inspection', () => {
  expect(SECTIONS.filter(({ command }) => command.includes('uiautomator'))).toEqual([])
})

test('ids are unique, the clock comes first, and every probe asks for sections that there are', () => {
  const ids = SECTIONS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toBe('clock')
  expect(PROBES.flatMap(({ needs }) => needs).filter((need) => !ids.includes(need))).toEqual([])
  expect(ids.filter((id) => !PROBES.some(({ needs }) => needs.includes(id)))).toEqual([])
  const given = PROBES.flatMap(({ gives }) => gives)
  expect(new Set(given).size).toBe(given.length)
  expect(SIGN_IN_HOSTS).toContain('account.xiaomi.com')
  expect(WATCHED_PACKAGES).toContain('com.xiaomi.account')
})
