import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/core/hearing/fold.ts'
import { hearCodes } from '../../../src/core/hearing/hear-codes.ts'
import { hear } from '../../../src/core/hearing/hear.ts'
import { findSymptom } from '../../../src/core/knowledge/find.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'

const heard = (said: string) => hear(said, SHIPPED)
const symptoms = (said: string): readonly string[] => heard(said).map(({ symptom }) => symptom)

/** One sentence as a customer may say it, for every symptom of the fact table. */
test.each([
  ['SY01', 'It says "Couldn’t verify Mi Account ID"'],
  ['SY01', 'couldnt verify mi acount'],
  ['SY01', 'Invalid username or password when I sign in to Mi Cloud'],
  ['SY02', 'says wrong password but I am sure it is right'],
  ['SY03', 'DEVICE_NOT_RECOGNIZED'],
  ['SY04', 'it shows ACCOUNT_LOCKED'],
  ['SY05', 'it always goes back to the login page'],
  ['SY06', 'my account was suspended'],
  ['SY07', 'it tells me the code is invalid'],
  ['SY08', 'You have exceeded the allowed number of attempts in 24 hours'],
  ['SY09', 'sign-in error for 0300, it says the account does not exist'],
  ['SY10', 'after the factory reset it asks for a Mi account'],
  ['SY11', 'This device is locked, with 157****765 on it'],
  ['SY12', 'the new password works on my laptop, not here'],
  ['SY13', 'the id on the phone is not the one on the site'],
  ['SY14', 'I lost that SIM long ago'],
  ['SY15', 'I never made a Mi account'],
  ['SY16', 'forgot my pattern, I want my photos'],
  ['SY17', 'the otp does not come'],
  ['SY18', 'my contacts are not syncing'],
  ['SY19', 'I do not remember my mi id'],
  ['SY20', 'it fails the same everywhere'],
])('%s is heard in “%s”', (fact, said) => {
  expect(symptoms(said)).toContain(findSymptom(SHIPPED, fact)?.id)
})

test.each([
  ['password-code-70016', 'error 70016 again'],
  ['captcha-trouble', 'code:87001'],
  ['account-does-not-exist', '20003'],
  ['code-does-not-arrive', 'it said (70022)'],
  ['no-password-set', '70002.'],
  ['account-cancelled', '10013'],
])('%s is heard by its code in “%s”', (symptom, said) => {
  expect(symptoms(said)).toContain(symptom)
})

describe('words that only look alike', () => {
  test.each([
    ['a code inside a longer number', 'IMEI 8637001670016512', 'password-code-70016'],
    ['a near miss of a code', '70015', 'password-code-70016'],
    ['another word with the same letters', 'the router is new', 'custom-system-said'],
    ['a phrase cut in two by a sentence end', 'I lost it. My SIM is fine.', 'recovery-unreachable'],
    ['the opposite', 'no VPN here', 'vpn-in-use'],
  ])('%s', (_, said, symptom) => {
    expect(symptoms(said)).not.toContain(symptom)
  })
})

/** What is said about one thing must not be heard about its opposite. */
describe('the opposite', () => {
  test.each([
    ['I can log in on the web, but not on the phone', 'works-elsewhere', 'fails-everywhere'],
    ['I can not log in on the website either', 'fails-everywhere', 'works-elsewhere'],
    ['it works neither on the laptop nor on the phone', 'fails-everywhere', 'works-elsewhere'],
    ['no VPN, and still it says wrong password', 'could-not-verify', 'vpn-in-use'],
    ['the vpn is off. cannot sign in', 'could-not-verify', 'vpn-in-use'],
    ['I have not forgotten the password, I am sure of it', 'sure-of-password', 'password-forgotten-said'],
    ['the code never arrives', 'code-does-not-arrive', 'code-refused'],
    ['we never removed any app, the otp does not come', 'code-does-not-arrive', 'debloated'],
    ['VPN nahi hai, login nahi ho raha', 'could-not-verify', 'vpn-in-use'],
    ['वीपीएन बंद है, लॉगिन नहीं हो रहा', 'could-not-verify', 'vpn-in-use'],
    ['没有VPN，登录不了', 'could-not-verify', 'vpn-in-use'],
    ['no uso VPN, no puedo iniciar sesion', 'could-not-verify', 'vpn-in-use'],
    ['tidak pakai VPN, gak bisa masuk akun', 'could-not-verify', 'vpn-in-use'],
    ['без VPN не могу войти в аккаунт', 'could-not-verify', 'vpn-in-use'],
  ])('of “%s” is not heard', (said, meant, opposite) => {
    expect(symptoms(said)).toContain(meant)
    expect(symptoms(said)).not.toContain(opposite)
  })

  test.each(['VPN is on', 'I use a VPN', 'there is a vpn on the router'])('“%s” is heard', (said) => {
    expect(symptoms(said)).toContain('vpn-in-use')
  })
})

describe('the same word in another dress', () => {
  test.each([
    ['full-width', 'ｃｏｄｅ　８７００１', 'captcha-trouble'],
    ['Devanagari figures', 'कोड ८७००१', 'captcha-trouble'],
    ['Arabic figures', '٧٠٠١٦', 'password-code-70016'],
    ['unseen characters', 'cap\u200btcha\u00ad s', 'captcha-trouble'],
    ['capitals and accents', 'CONTRASEÑA INCORRECTA', 'could-not-verify'],
    ['no accents', 'contrasena incorrecta', 'could-not-verify'],
    ['a ligature', 'invalid veri\ufb01cation code', 'code-refused'],
    ['ё', 'не приходит ещё код', 'code-does-not-arrive'],
    ['typing errors', 'forgoten my pasword', 'password-forgotten-said'],
    ['figures beside characters', '提示70016错误', 'password-code-70016'],
  ])('%s: “%s”', (_, said, symptom) => {
    expect(symptoms(said)).toContain(symptom)
  })

  test('final sigma', () => {
    expect(fold('ΛΟΓΑΡΙΑΣΜΟΣ')).toBe(fold('λογαριασμος'))
  })
})

test('what the customer only speaks of is heard where nothing clearer is', () => {
  expect(symptoms('something with the sms, login failed')).toContain('speaks-of-codes')
  expect(symptoms('the sms never comes, login failed')).not.toContain('speaks-of-codes')
})

test('a number that is too short or too round counts only as a code', () => {
  expect(symptoms('room 401')).toEqual([])
  expect(symptoms('I paid 10000 for it')).toEqual([])
  expect(symptoms('error 401')).toContain('signed-in-for-long')
})

describe('codes', () => {
  const codes = (said: string) =>
    hearCodes(said, SHIPPED).map(({ code, meanings, ambiguous }) => [code, meanings.length, ambiguous])

  test.each([
    [
      'it said 70016, then 20031',
      [
        ['70016', 1, false],
        ['20031', 2, true],
      ],
    ],
    ['error code: 12345', [['12345', 0, false]]],
    ['错误代码 ８７００１', [['87001', 1, false]]],
    ['room 401 costs 10000', []],
    ['IMEI 863700167001651', []],
  ])('of “%s”', (said, expected) => {
    expect(codes(said)).toEqual(expected)
  })
})

test('the matched words come back as they were said', () => {
  expect(heard('Hi! It said INVALID   user name or pasword today')).toContainEqual({
    symptom: 'could-not-verify',
    words: 'INVALID   user name or pasword',
  })
})

test('whatever is said, hearing ends, and the words are a part of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (said) => {
      for (const { words } of heard(said)) expect(said).toContain(words)
    }),
  )
  expect(heard('invalid '.repeat(100_000)).length).toBeLessThan(SHIPPED.symptoms.length)
})
