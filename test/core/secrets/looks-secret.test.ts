import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { looksSecret, withoutSecrets } from '../../../src/core/secrets/looks-secret.ts'

const found = (text: string): readonly [string, string][] =>
  looksSecret(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])

test.each([
  ['her password is Asha1234', 'password', 'Asha1234'],
  ['Password: sunflower', 'password', 'sunflower'],
  ['pwd=12ab', 'password', '12ab'],
  ['la contraseña es Luna2020', 'password', 'Luna2020'],
  ['senha: gatinho7', 'password', 'gatinho7'],
  ['mot de passe : Soleil99', 'password', 'Soleil99'],
  ['Passwort ist Sommer2024', 'password', 'Sommer2024'],
  ['пароль Masha1990', 'password', 'Masha1990'],
  ['şifre: kedi1234', 'password', 'kedi1234'],
  ['kata sandi budi12345', 'password', 'budi12345'],
  ['mật khẩu: nam2001', 'password', 'nam2001'],
  ['पासवर्ड asha1234 है', 'password', 'asha1234'],
  ['पासवर्ड: १२३४५६', 'password', '१२३४५६'],
  ['পাসওয়ার্ড: rina1234', 'password', 'rina1234'],
  ['پاس ورڈ ali12345', 'password', 'ali12345'],
  ['كلمة السر: ahmed123', 'password', 'ahmed123'],
  ['密码是abc12345', 'password', 'abc12345'],
  ['他的密码:xiaoming88', 'password', 'xiaoming88'],
  ['รหัสผ่าน: som1234', 'password', 'som1234'],
  ['비밀번호: minji123', 'password', 'minji123'],
  ['PIN 4711', 'code', '4711'],
  ['screen lock: 2580', 'code', '2580'],
  ['пин-код 1234', 'code', '1234'],
  ['verification code 482 913', 'code', '482 913'],
  ['验证码 482913', 'code', '482913'],
  ['पिन 1234', 'code', '1234'],
  ['writes P@ssw0rd99 on paper', 'password', 'P@ssw0rd99'],
  ['other phone 490154203237518', 'imei', '490154203237518'],
  ['IMEI 49-015420-323751-8 at home', 'imei', '49-015420-323751-8'],
])('%s', (text, kind, secret) => {
  expect(found(text)).toEqual([[kind, secret]])
})

test.each([
  'It says cannot verify Mi Account, wrong password, but I am sure that it is right.',
  'password forgotten',
  'password: forgotten',
  'Passwort: vergessen',
  'forgot password, tried 3 times',
  'the password is wrong',
  'the password is correct on the website',
  'contraseña incorrecta',
  'la contraseña es correcta',
  'пароль неверный',
  'пароль не подходит',
  'पासवर्ड गलत है',
  'كلمة السر خطأ',
  '密码错误',
  'mật khẩu sai',
  'şifre yanlış',
  'error code 20031',
  'code 401 on the page',
  'HyperOS OS2.0.5.0.VMQINXM, model 22111317I',
  'call 0300 1234567 after 18:00',
  'write to asha.Rao1@example.com',
  'see https://account.xiaomi.com/Fe/Service#L1?x=2',
  'the pin of the charger is bent',
  'changed the password in 2024',
  'shopping for 1500 INR',
  '490154203237519 has the wrong check digit',
])('is not said of: %s', (text) => {
  expect(found(text)).toEqual([])
})

test('the ticket’s own IMEI is no secret', () => {
  expect(looksSecret('IMEI 490154203237518', ['490154203237518'])).toEqual([])
})

test('what is taken out is gone, and the rest stays', () => {
  const text = 'tried it; password: Asha1234, PIN 4711, then left'
  const left = withoutSecrets(text, looksSecret(text))
  expect(left).toBe('tried it; password: …, PIN …, then left')
  expect(looksSecret(left)).toEqual([])
})

test('whatever is typed, it ends soon, and names places in the text that do not overlap', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 30 }),
          fc.constantFrom('password', 'PIN', ':', ' is ', '1234', '密码', '@', 'aB1!', '490154203237518'),
        ),
        { maxLength: 30 },
      ),
      (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { from, to } of looksSecret(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          last = to
        }
        expect(last).toBeLessThanOrEqual(text.length)
      },
    ),
  )
})

test.each([
  'password '.repeat(3000),
  'pin: '.repeat(4000),
  'aB1'.repeat(7000),
  '1 '.repeat(10_000),
  ':'.repeat(20_000),
  `${'a'.repeat(19_990)}!`,
])('a long text takes no long time (%#)', (text) => {
  const began = performance.now()
  looksSecret(text)
  expect(performance.now() - began).toBeLessThan(1000)
})
