import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENDED, WATCHED_TAGS } from '../../../src/core/sign-in-watch/command.ts'
import { LOG_SERVICES, LOG_ERRORS, type Observation } from '../../../src/core/sign-in-watch/observation.ts'
import { logReader, MOST_OBSERVATIONS } from '../../../src/core/sign-in-watch/read-log.ts'
import { line, SAMPLES, SINCE_LINE } from './samples.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const NOW = Date.UTC(2026, 10, 23, 8, 33, 0)

/** What a log says that comes in these pieces; each a second after the one before. */
const read = (...pieces: readonly (string | Uint8Array)[]): readonly Observation[] => {
  const reader = logReader()
  const seen = pieces.flatMap((piece, at) =>
    reader.push(typeof piece === 'string' ? bytesOf(piece) : piece, NOW + at * 1000),
  )
  return [...seen, ...reader.settle()]
}
const after = (...lines: readonly string[]): string => [SINCE_LINE, ...lines].join('')
const names = (seen: readonly Observation[]): readonly string[] =>
  seen.map((one) => (one.kind === 'code' ? `${one.service}:${String(one.code)}` : one.error))

describe('samples', () => {
  test.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (_, { lines, says }) => {
    expect(names(read(after(...lines)))).toEqual(says)
  })
})

test('an observation has the phone’s time as printed and the workstation’s of arrival', () => {
  const printed = line('XMPassport', 'processLoginContent, code: 70016, desc: 登录验证失败')
  expect(read(SINCE_LINE, printed)).toEqual([
    {
      kind: 'code',
      service: 'sign-in',
      code: 70_016,
      phoneTime: '11-23 14:03:22.123',
      at: new Date(NOW + 1000).toISOString(),
    },
  ])
})

test('a trace is one thing, however its lines come: the most telling of its errors', () => {
  const trace = [
    line('PassportLoginRequest', 'network error', '14:03:22.100', 'E'),
    line(
      'PassportLoginRequest',
      'javax.net.ssl.SSLHandshakeException: Chain validation failed',
      '14:03:22.100',
    ),
    line(
      'PassportLoginRequest',
      '\tat com.android.org.conscrypt.SSLUtils.x(SSLUtils.java:363)',
      '14:03:22.101',
    ),
    line(
      'PassportLoginRequest',
      'Caused by: java.security.cert.CertificateNotYetValidException',
      '14:03:22.103',
    ),
  ]
  expect(names(read(SINCE_LINE, ...trace))).toEqual(['certificate-not-yet-valid'])
  const other = line('PassportLoginRequest', 'java.net.ConnectException: Connection refused', '14:03:40.000')
  expect(names(read(SINCE_LINE, ...trace, other))).toEqual(['certificate-not-yet-valid', 'refused'])
})

test('what was logged before the watch began is passed over, also where all of it is told', () => {
  const old = line('XMPassport', 'processLoginContent, code: 20003, desc: x', '14:02:59.999')
  const fresh = line('XMPassport', 'processLoginContent, code: 70016, desc: x', '14:03:00.000')
  expect(names(read(after(old, old, fresh)))).toEqual(['sign-in:70016'])
  // The clock is set back in the middle.
  expect(names(read(after(fresh, line('XMPassport', 'securityStatus: 16', '09:00:00.000'))))).toHaveLength(2)
  expect(read(old + fresh)).toEqual([])
})

test('at the turn of the year January is new and December is old', () => {
  const at = (day: string) => `${day} 00:00:01.000 I/XMPassport( 1): securityStatus: 16\n`
  expect(names(read('since 12-31 23:59:59\n', at('01-01')))).toEqual(['security-status:16'])
  expect(read('since 01-01 00:00:30\n', at('01-01'))).toEqual([])
})

test('the same again is the same try; later it is another', () => {
  const one = line('XMPassport', 'processLoginContent, code: 70016, desc: x')
  const reader = logReader()
  reader.push(bytesOf(SINCE_LINE), NOW)
  const seen = [0, 5000, 29_000, 31_000].map((ms) => reader.push(bytesOf(one), NOW + ms).length)
  expect(seen).toEqual([1, 0, 0, 1])
})

test('no more is taken than one try can say', () => {
  const reader = logReader()
  reader.push(bytesOf(SINCE_LINE), NOW)
  let taken = 0
  for (let code = 1; code <= 3 * MOST_OBSERVATIONS; code += 1)
    taken += reader.push(bytesOf(line('XMPassport', `securityStatus: ${String(code)}`)), NOW).length
  expect([taken, reader.isFull()]).toEqual([MOST_OBSERVATIONS, true])
})

test('that it has begun and ended is known from the command’s own lines alone', () => {
  const reader = logReader()
  expect([reader.hasBegun(), reader.hasEnded()]).toEqual([false, false])
  reader.push(bytesOf(SINCE_LINE), NOW)
  reader.push(bytesOf(line('XMPassport', ENDED)), NOW)
  expect([reader.hasBegun(), reader.hasEnded()]).toEqual([true, false])
  reader.push(bytesOf(`${ENDED}\r\n`), NOW)
  expect(reader.hasEnded()).toBe(true)
})

const printed = fc
  .record({
    tag: fc.constantFrom(...WATCHED_TAGS, 'System.err', 'OtherApp'),
    message: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll(/[\r\n]/gu, ' ')),
      fc.constantFrom(...SAMPLES.flatMap(({ messages }) => messages)),
    ),
  })
  .map(({ tag, message }) => line(tag, message))

test('it says the same wherever the bytes are cut, and whatever line ends a terminal makes', () => {
  fc.assert(
    fc.property(
      fc.array(printed, { maxLength: 12 }),
      fc.array(fc.nat(4000), { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n', '\r\r\n'),
      (lines, cuts, end) => {
        const bytes = bytesOf(after(...lines).replaceAll('\n', end))
        const reader = logReader()
        const whole = read(after(...lines)).map(({ at: _, ...one }) => one)
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted(
          (a, b) => a - b,
        )
        const pieces = places.slice(1).flatMap((to, at) => reader.push(bytes.subarray(places[at], to), NOW))
        const seen = [...pieces, ...reader.settle()].map(({ at: _, ...one }) => one)
        expect(seen).toEqual(whole)
      },
    ),
  )
})

/** All that an observation may hold: numbers, times and names of our own lists. */
const isClosed = (one: Observation): boolean => {
  const { phoneTime, at, ...rest } = one
  const isTime = /^\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/u.test(phoneTime) && !Number.isNaN(Date.parse(at))
  if (rest.kind === 'error')
    return isTime && LOG_ERRORS.includes(rest.error) && Object.keys(rest).length === 2
  return (
    isTime &&
    LOG_SERVICES.includes(rest.service) &&
    Number.isInteger(rest.code) &&
    rest.code < 1e9 &&
    Object.keys(rest).length === 3
  )
}

test('rubbish says nothing that is not on our lists, and never throws', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (pieces) => {
      expect(read(SINCE_LINE, ...pieces).every(isClosed)).toBe(true)
    }),
  )
  fc.assert(
    fc.property(fc.array(printed, { maxLength: 20 }), fc.uint8Array({ maxLength: 50 }), (lines, noise) => {
      expect(read(SINCE_LINE, noise, lines.join('')).every(isClosed)).toBe(true)
    }),
  )
})

test.each([
  '+919876543210',
  'asha.rao@example.com',
  'V1:passToken-3fA9',
  'https://account.xiaomi.com/pass/serviceLoginAuth2?user=asha',
])('%s in a line stays there', (secret) => {
  const lines = SAMPLES.flatMap(({ messages }) => messages).flatMap((message, at) => [
    line(WATCHED_TAGS[at % WATCHED_TAGS.length] ?? '', `${message} ${secret}`),
    line('XMPassport', `${secret} ${message}`),
    line('XMPassport', `processLoginContent, code: 70016, desc: ${secret}`, '14:03:25.000'),
  ])
  const seen = read(after(...lines))
  expect(seen.length).toBeGreaterThan(5)
  expect(JSON.stringify(seen)).not.toContain(secret.slice(1, 11))
})

test.each(['482913', '1623331', '612345678', '9876543210'])(
  '%s is no code that any service gives, and does not go out: it may be one by SMS, an account or a telephone',
  (number) => {
    const said = [`processLoginContent, code: ${number}, desc: x`, `securityStatus: ${number}`]
    expect(read(after(...said.map((each) => line('XMPassport', each))))).toEqual([])
    expect(read(after(line('CloudDeviceStatus', `{"code":${number}}`)))).toEqual([])
  },
)

test('the longest codes that are known go out', () => {
  const long = line('XMPassport', 'processLoginContent, code: 110071001, desc: x')
  expect(names(read(after(long)))).toEqual(['sign-in:110071001'])
})

test('a flood of one line without end is gone through in a moment, and the next line is read', () => {
  const reader = logReader()
  reader.push(bytesOf(SINCE_LINE), NOW)
  const started = performance.now()
  for (const filling of ['\r', 'SSL', ' ', 'Hostname '])
    for (let times = 0; times < 20; times += 1)
      reader.push(bytesOf(filling.repeat(60_000 / filling.length)), NOW)
  for (let times = 0; times < 200; times += 1) reader.push(bytesOf(`${'\r'.repeat(4200)}x\n`), NOW)
  expect(performance.now() - started).toBeLessThan(3000)
  expect(reader.push(bytesOf(`\n${line('XMPassport', 'securityStatus: 16')}`), NOW)).toHaveLength(1)
})
