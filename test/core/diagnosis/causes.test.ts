import { describe, expect, test } from 'vitest'
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts'
import type { DiagnosisInput } from '../../../src/core/diagnosis/diagnosis.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { HEALTHY, readingsFrom } from './readings.ts'

type Values = Parameters<typeof readingsFrom>[0]
const phone = (values: Values): Pick<DiagnosisInput, 'readings'> => ({
  readings: readingsFrom({ ...HEALTHY, ...values }),
})
const off = (state: string) => ({ value: { state } })

/** One typical case a cause, as a counter would enter it; the rank that its evidence allows at worst. */
const CASES: readonly (readonly [cause: string, rank: 1 | 2, input: DiagnosisInput])[] = [
  [
    'CA01',
    1,
    {
      symptoms: ['SY01'],
      checks: { CK01: 'passes', 'recall-password': 'passes', 'account-prompts': 'passes' },
    },
  ],
  ['CA02', 1, { said: 'I forgot my password', checks: { CK01: 'fails' } }],
  ['CA03', 1, { symptoms: ['SY01', 'SY19'], checks: { CK01: 'fails' } }],
  ['CA04', 1, phone({ 'network.transport': { value: 'none' }, 'network.validated': { value: false } })],
  ['CA04', 1, { checks: { CK05: 'fails' } }],
  ['CA05', 1, { symptoms: ['SY01', 'SY20'], checks: { CK09: 'fails' } }],
  [
    'CA06',
    1,
    { ...phone({ 'os.family': { value: 'MIUI' }, 'os.version': { value: '9.5' } }), symptoms: ['SY12'] },
  ],
  [
    'CA07',
    1,
    {
      ...phone({ 'package.com.xiaomi.account': { value: { state: 'enabled', version: 'miui-4.0 (120)' } } }),
      symptoms: ['SY12'],
      said: 'it says update required',
    },
  ],
  ['CA08', 1, { ...phone({ 'account.present': { value: true } }), symptoms: ['SY12', 'SY05'] }],
  ['CA09', 1, { said: 'my email was never verified', checks: { 'account-prompts': 'fails' } }],
  ['CA10', 1, { symptoms: ['SY04'], checks: { CK08: 'fails' } }],
  ['CA11', 1, { symptoms: ['SY08'], checks: { CK10: 'fails' } }],
  ['CA12', 1, { symptoms: ['SY07'] }],
  ['CA13', 1, { symptoms: ['SY06'], checks: { CK01: 'fails' } }],
  [
    'CA14',
    1,
    {
      symptoms: ['SY01'],
      checks: { 'other-network': 'fails', 'private-dns-by-hand': 'passes' },
      said: 'it can not connect',
    },
  ],
  ['CA15', 1, { symptoms: ['SY03'], said: 'I use the account on many phones' }],
  ['CA16', 1, { said: 'it fails in Chrome but another browser works', checks: { 'other-browser': 'fails' } }],
  ['CA17', 1, { ...phone({ 'account.present': { value: true } }), symptoms: ['SY09', 'SY13'] }],
  ['CA18', 1, { symptoms: ['SY09'], checks: { CK01: 'fails', 'account-exists': 'fails' } }],
  ['CA19', 1, { symptoms: ['SY10', 'SY11', 'SY15'] }],
  ['CA20', 1, { symptoms: ['SY14'], checks: { CK11: 'fails' } }],
  ['CA21', 1, { checks: { 'app-permission': 'fails' } }],
  [
    'CA22',
    1,
    phone({ 'clock.offset': { value: -259_200, uncertainty: 1 }, 'clock.automatic': { value: false } }),
  ],
  ['CA22', 1, { checks: { CK04: 'fails' } }],
  ['CA23', 1, phone({ 'package.com.xiaomi.account': off('disabled') })],
  ['CA23', 1, { checks: { CK06: 'fails' } }],
  ['CA24', 1, { said: 'I typed it on a fake page', checks: { CK08: 'fails' } }],
  ['CA25', 1, { symptoms: ['SY15'], checks: { CK12: 'passes' } }],
  ['CA26', 1, { symptoms: ['SY16'] }],
  [
    'CA27',
    1,
    {
      ...phone({ 'account.present': { value: true } }),
      symptoms: ['SY18'],
      checks: { 'sync-switch': 'fails' },
    },
  ],
  [
    'CA28',
    1,
    phone({
      'network.privateDns': { value: { mode: 'hostname', host: 'dns.adguard.com' } },
      'network.hosts': {
        value: {
          'account.xiaomi.com': { resolves: true, reachable: true },
          'find.api.micloud.xiaomi.net': { resolves: false },
        },
      },
    }),
  ],
  [
    'CA29',
    1,
    phone({
      'network.hosts': {
        value: {
          'account.xiaomi.com': { resolves: false },
          'find.api.micloud.xiaomi.net': { resolves: false },
        },
      },
    }),
  ],
  [
    'CA30',
    1,
    {
      ...phone({ 'network.vpn': { value: true }, 'network.transport': { value: 'vpn' } }),
      symptoms: ['SY01'],
      said: 'works from home, not from here',
    },
  ],
  ['CA31', 1, { symptoms: ['SY01', 'SY02'], checks: { 'account-prompts': 'fails' } }],
  ['CA32', 1, { said: 'code 87001' }],
  ['CA33', 1, { symptoms: ['SY17'], checks: { CK11: 'passes' } }],
  ['CA34', 1, { said: 'phone number format is not supported in the region of your account' }],
  ['CA35', 1, { said: 'error 20041, no phone number on the account' }],
  ['CA36', 1, phone({ 'device.owner': { value: 'com.rosan.dhizuku' } })],
  ['CA37', 1, phone({ 'package.com.xiaomi.finddevice': off('removed') })],
  ['CA37', 1, phone({ 'package.com.xiaomi.xmsf': off('disabled') })],
  ['CA38', 1, { said: 'I made the account with google', checks: { 'how-made': 'fails' } }],
  [
    'CA39',
    1,
    {
      ...phone({
        'package.com.google.android.webview': { value: { state: 'enabled', version: '74.0.3729' } },
      }),
      said: 'the page stays blank',
    },
  ],
  ['CA40', 1, { said: 'self signed certificate in chain', checks: { 'user-certificates': 'fails' } }],
  ['CA41', 1, { said: 'the website shows new terms to accept', checks: { 'account-prompts': 'fails' } }],
  [
    'CA42',
    1,
    { said: 'I changed the password', symptoms: ['SY12'], checks: { 'password-changed': 'fails' } },
  ],
  [
    'CA43',
    2,
    { ...phone({ 'account.present': { value: true } }), said: 'signed in for years, then error 401' },
  ],
  ['CA44', 1, { said: 'code 70002' }],
  ['CA45', 1, { said: 'code 10013' }],
  ['CA46', 1, phone({ 'findDevice.locked': { value: true } })],
  [
    'CA47',
    1,
    phone({
      'os.official': { value: false },
      'boot.locked': { value: false },
      'boot.verifiedState': { value: 'orange' },
    }),
  ],
  ['CA48', 1, { ...phone({ 'storage.free': { value: 20_000_000 } }), symptoms: ['SY18'] }],
]

test.each(CASES)('%s comes up at rank %d or better', (fact, rank, input) => {
  const { causes } = diagnose(input, SHIPPED, 'en')
  expect(causes.slice(0, rank).flatMap(({ covers }) => covers)).toContain(fact)
})

test('every cause has a case', () => {
  const tried = new Set(CASES.map(([fact]) => fact))
  expect(SHIPPED.causes.flatMap(({ covers }) => covers).filter((fact) => !tried.has(fact))).toEqual([])
})

describe('the clock wrong and the account app disabled at once', () => {
  const CLOCK = { 'clock.offset': { value: -259_200, uncertainty: 1 }, 'clock.automatic': { value: false } }
  const OFF = { 'package.com.xiaomi.account': off('disabled') }
  const chances = (input: DiagnosisInput): readonly [clock: number, app: number] => {
    const { causes } = diagnose(input, SHIPPED, 'en')
    const of = (fact: string): number => causes.find(({ covers }) => covers.includes(fact))?.probability ?? 0
    return [of('CA22'), of('CA23')]
  }

  test.each<[string, DiagnosisInput]>([
    ['at first', {}],
    ['when one fix did not end it', { attempts: [{ fix: 'FX24', outcome: 'failed' }] }],
    ['when the other did not', { attempts: [{ fix: 'FX25', outcome: 'failed' }] }],
    ['whatever the customer says', { said: 'I forgot my password, the code does not come' }],
  ])('both are found %s', (_, more) => {
    const { causes } = diagnose({ ...phone({ ...CLOCK, ...OFF }), ...more }, SHIPPED, 'en')
    expect(new Set(causes.slice(0, 2).flatMap(({ covers }) => covers))).toEqual(new Set(['CA22', 'CA23']))
    for (const { probability } of causes.slice(0, 2)) expect(probability).toBeGreaterThan(0.9)
  })

  test('each stays until it is fixed itself', () => {
    const [clockLeft, appGone] = chances({ ...phone(CLOCK), attempts: [{ fix: 'FX25', outcome: 'failed' }] })
    expect([clockLeft > 0.9, appGone < 0.05]).toEqual([true, true])
    const [clockGone, appLeft] = chances({ ...phone(OFF), attempts: [{ fix: 'FX24', outcome: 'failed' }] })
    expect([clockGone < 0.05, appLeft > 0.9]).toEqual([true, true])
  })
})

test('a phone with which nothing is wrong pushes the causes in the phone down and the others up', () => {
  const before = diagnose({}, SHIPPED, 'en').causes
  const after = diagnose(phone({}), SHIPPED, 'en').causes
  const chance = (list: typeof before, id: string): number =>
    list.find((cause) => cause.id === id)?.probability ?? Number.NaN
  const inThePhone = [
    'clock-wrong',
    'account-app-disabled',
    'account-helpers-removed',
    'no-internet',
    'custom-system',
    'find-device-lock',
  ]
  expect(inThePhone.filter((id) => !(chance(after, id) < chance(before, id) / 3))).toEqual([])
  expect(chance(after, 'password-forgotten')).toBeGreaterThan(chance(before, 'password-forgotten'))
})
