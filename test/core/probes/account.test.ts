import { expect, test } from 'vitest'
import { maskName } from '../../../src/core/probes/account-dump.ts'
import { accountProbe } from '../../../src/core/probes/account.ts'
import { keptText } from '../../../src/core/probes/index.ts'
import { briefly, CUT, recorded, section, sectionsOf } from './sections-of.ts'

const account = (text: string, more: object = {}): Record<string, unknown> =>
  briefly(accountProbe.read(sectionsOf(section('account', text, more))))
const none = {
  'account.present': false,
  'account.ids': { absent: 'No Mi Account is signed in on the phone.' },
}

test('sunstone: one line, masked by HyperOS itself', () => {
  expect(account(recorded('sunstone-hyperos-2/account.txt'))).toEqual({
    'account.present': true,
    'account.ids': ['2914***663'],
  })
})

test('a phone from Vietnam: masked names, CRLF, ten accounts of which one is a Mi Account', () => {
  const text = recorded('xiaomi-vn-unknown/account.txt')
  const expected = { 'account.present': true, 'account.ids': ['6471***208'] }
  expect(account(text)).toEqual(expected)
  expect(account(text.replaceAll('\r', ''))).toEqual(expected)
  expect(account(text.slice(0, 200), CUT)).toEqual({
    'account.present': { unreadable: 'The answer of the phone was cut off.' },
    'account.ids': { unreadable: 'The answer of the phone was cut off.' },
  })
})

test('a Samsung: the recording lacks accounts that it announces, so none of Xiaomi’s is no fact', () => {
  const unknown = { unreadable: 'The phone answered in a form that is not known.' }
  const text = recorded('samsung-oneui-14/account.txt')
  expect(account(text)).toEqual({ 'account.present': unknown, 'account.ids': unknown })
  // With the number that the recording really holds: the account in "Active Sessions" is none of the phone's.
  expect(account(text.replace('Accounts: 30', 'Accounts: 11'))).toEqual(none)
})

test.each([
  ['no account at all', 'User UserInfo{0:Owner:13}:\n  Accounts: 0\n\n', none],
  ['Android 4, without users', 'Accounts: 1\n  Account {name=a@b.c, type=com.google}\n', none],
  [
    'another type of Xiaomi’s',
    'User UserInfo{0:x:13}:\n  Accounts: 1\n    Account {name=1, type=com.xiaomi.unactivated}\n',
    none,
  ],
  [
    'the second space is signed in, the owner is not',
    'User UserInfo{0:x:13}:\n  Accounts: 0\nUser UserInfo{10:y:1}:\n  Accounts: 1\n    Account {name=123456789, type=com.xiaomi}\n',
    none,
  ],
  [
    'an id that the phone prints whole',
    'User UserInfo{0:x:13}:\n  Accounts: 1\n    Account {name=1624567123, type=com.xiaomi}\n',
    { 'account.present': true, 'account.ids': ['162***123'] },
  ],
  [
    'a name that imitates a type',
    'User UserInfo{0:x:13}:\n  Accounts: 1\n    Account {name=x, type=com.xiaomi}, type=com.google}\n',
    none,
  ],
])('%s', (_, text, expected) => {
  expect(account(text)).toEqual(expected)
})

test.each([
  ["Can't find service: account\n", 'This phone has no such service.'],
  [
    "Permission Denial: can't dump AccountManagerService from pid=1, uid=2000\n",
    'The phone refused to tell this.',
  ],
  ['', 'The phone gave no answer.'],
])('%j is no answer', (text, reason) => {
  expect(account(text)).toEqual({
    'account.present': { unreadable: reason },
    'account.ids': { unreadable: reason },
  })
})

test('what is kept names nobody, and reads the same', () => {
  for (const file of ['samsung-oneui-14', 'xiaomi-vn-unknown', 'sunstone-hyperos-2']) {
    const text = recorded(`${file}/account.txt`)
    const kept = keptText(section('account', text))
    expect(kept).not.toMatch(/@|facebook|telegram|Zalo|WhatsApp|google|Example|nguyen/iu)
    expect(account(kept)).toEqual(account(text))
    expect(keptText(section('account', kept))).toBe(kept)
  }
  expect(keptText(section('account', '    Account {name=1624567123, type=com.xiaomi}\n'))).not.toContain(
    '4567',
  )
})

test.each([
  ['2914***663', '2914***663'],
  ['100027***118356', '1000***8356'],
  ['1624567123', '162***123'],
  ['162456789123', '162***123'],
  ['abc', '***'],
  ['', '***'],
  ['a@b.com', 'a***m'],
])('%j is shown as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked)
  expect(maskName(masked)).toBe(masked)
})
