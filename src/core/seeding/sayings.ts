import type { Random } from '../simulation/random.ts'
import { digits, pick } from './people.ts'

/** What customers say, by language: what is wrong, since when or after what, and what they want or fear. */
const SAYINGS: readonly (readonly (readonly string[])[])[] = [
  [
    [
      'It says couldn’t verify Mi Account ID.',
      'The password is right but the phone refuses it.',
      'It keeps asking for the password of the Mi account.',
      'Sign-in runs in a loop, the page comes back every time.',
      'Verification code never arrives by SMS.',
      'Error 70016 when I sign in.',
      'Find device cannot be turned on.',
    ],
    [
      'Since the update last week.',
      'After I changed the SIM card.',
      'Since the battery was empty for days and the date was wrong.',
      'After my son removed some apps to free storage.',
      'I bought it second hand two months ago.',
      'It began when we came back from abroad.',
      'Works on my other phone with the same account.',
    ],
    [
      'Please keep my photos.',
      'I need it tomorrow for work.',
      'Already tried restarting and mobile data.',
      'Tell me before you erase anything.',
      'The VPN is off, the Wi-Fi is fine.',
      'Call my wife when it is ready.',
    ],
  ],
  [
    [
      'मी अकाउंट सत्यापित नहीं हो रहा।',
      'पासवर्ड सही है फिर भी फ़ोन मना करता है।',
      'ओटीपी नहीं आता।',
      'बार बार साइन इन माँगता है।',
    ],
    ['अपडेट के बाद से।', 'सिम बदलने के बाद।', 'तारीख गलत दिखती है।', 'दूसरे फ़ोन पर चलता है।'],
    ['फोटो मत हटाना।', 'कल तक चाहिए।', 'पहले मुझे फ़ोन करना।'],
  ],
  [
    ['手机无法验证小米账号。', '密码正确，但是一直提示错误。', '收不到短信验证码。', '登录页面反复出现。'],
    ['升级系统以后开始的。', '换了电话卡以后。', '手机时间不对。', '二手买来的。'],
    ['照片不要删除。', '明天要用。', '请先打电话给我。'],
  ],
  [
    [
      'Не удаётся проверить аккаунт Mi.',
      'Пароль верный, но телефон его не принимает.',
      'Код по СМС не приходит.',
      'Вход запрашивает снова и снова.',
    ],
    [
      'После обновления.',
      'После замены сим-карты.',
      'Часы отстают на три дня.',
      'На другом телефоне работает.',
    ],
    ['Фотографии не удалять.', 'Нужен завтра.', 'Позвоните жене.'],
  ],
  [
    [
      'No se puede verificar la cuenta Mi.',
      'La contraseña es correcta pero no la acepta.',
      'El código de verificación no llega.',
    ],
    ['Desde la última actualización.', 'Después de cambiar la tarjeta SIM.', 'La fecha está mal.'],
    ['No borre las fotos.', 'Lo necesito mañana.'],
  ],
  [
    ['Akun Mi tidak bisa diverifikasi.', 'Kata sandi benar tapi ditolak.', 'Kode SMS tidak masuk.'],
    ['Setelah pembaruan.', 'Setelah ganti kartu.', 'Jam salah tiga hari.'],
    ['Foto jangan dihapus.', 'Besok harus selesai.'],
  ],
  [
    ['Mi hesabı doğrulanamıyor.', 'Şifre doğru ama kabul etmiyor.', 'Doğrulama kodu gelmiyor.'],
    ['Güncellemeden sonra.', 'SIM kartı değiştirdikten sonra.', 'Saat üç gün geri.'],
    ['Fotoğraflar silinmesin.', 'Yarın lazım.'],
  ],
  [
    ['Không xác minh được tài khoản Mi.', 'Mật khẩu đúng nhưng máy không nhận.', 'Không nhận được mã SMS.'],
    ['Sau khi cập nhật.', 'Sau khi thay SIM.', 'Ngày giờ bị sai.'],
    ['Đừng xóa ảnh.', 'Mai tôi cần máy.'],
  ],
]

/** Details of one case only, so that not everything that is said is said by thousands. */
const detail = (random: Random): string =>
  pick(
    [
      `Code ${digits(5, random)}.`,
      `Invoice ${digits(6, random)} is in the bag.`,
      `Second number ${digits(10, random)}.`,
      `Order ${digits(7, random)}.`,
    ],
    random,
  )

export const inventSaying = (random: Random): string => {
  const parts = pick(SAYINGS, random)
  const said = parts.flatMap((part, index) => (index === 0 || random() < 0.6 ? [pick(part, random)] : []))
  return [...said, ...(random() < 0.08 ? [detail(random)] : [])].join(' ')
}
