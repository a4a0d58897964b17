import { expect, test } from 'vitest'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { busyMs } from '../../busy-ms.ts'
import { hearScreen } from '../../../src/core/screen-message/hear-screen.ts'

const heard = (...texts: readonly string[]) => hearScreen(texts, SHIPPED)

test('known messages are found, each symptom once, with the matched words alone', () => {
  expect(
    heard(
      'Mi Account',
      'Hello Asha. Couldn’t verify Mi Account ID. Call 98765 43210.',
      'Invalid username or password',
      'Your account is locked',
    ),
  ).toEqual([
    { symptom: 'could-not-verify', words: 'Couldn’t verify Mi Account' },
    { symptom: 'code-account-locked', words: 'account is locked' },
  ])
})

test('texts do not run into each other', () => {
  expect(heard('could not verify', 'account')).toEqual([])
})

test.each([
  [['Settings', 'Wi-Fi', 'Bluetooth', 'Display', 'Mi Account', 'Battery', 'Apps', 'Additional settings']],
  [['Sign in', 'Email, phone or Mi Account ID', 'Password', 'Create account', 'Privacy policy']],
  [['Mother', 'See you on Thursday', 'Photos', '09:41', 'Type a message']],
])('%j holds none', (texts) => {
  expect(heard(...texts)).toEqual([])
})

test('a screen full of words is gone through in a moment', () => {
  const words = 'account password sign in could not verify code '
  const full = Array.from({ length: 20 }, () => words.repeat(20).slice(0, 1000))
  expect(busyMs(() => heard(...full))).toBeLessThan(2000)
})
