import type { Random } from '../simulation/random.ts'

/** Names by language: given names, family names, and which stands first. */
type Naming = {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly join: (given: string, family: string) => string
}

const words = (text: string): readonly string[] => text.split(' ')
const givenFirst = (given: string, family: string): string => `${given} ${family}`

const NAMINGS: readonly Naming[] = [
  {
    given: words(
      'Asha Rahul Priya Imran Fatima Vikram Neha Sunil Kavita Arjun Meera Sanjay Pooja Deepak Anita Ravi Lakshmi Kiran Farhan Nisha',
    ),
    family: words(
      'Rao Sharma Patel Khan Singh Gupta Iyer Das Nair Reddy Joshi Mehta Verma Bose Pillai Shaikh Malik Kapoor Chauhan Naidu',
    ),
    join: givenFirst,
  },
  {
    given: words('प्रिया राहुल सुनीता अमित कविता राजेश पूजा विकास अंजलि मनोज रेखा दीपक'),
    family: words('शर्मा वर्मा गुप्ता सिंह यादव मिश्रा पटेल जोशी कुमार चौहान'),
    join: givenFirst,
  },
  {
    given: words('小龙 伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 建国'),
    family: words('王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗'),
    join: (given, family) => family + given,
  },
  {
    given: words('Иван Мария Дмитрий Анна Алексей Ольга Сергей Елена Даша Пётр Наталья Фёдор'),
    family: words('Иванов Петрова Сидоров Кузнецова Смирнов Попова Волков Соколова Лебедев Новикова'),
    join: givenFirst,
  },
  {
    given: words('José María Andrés Lucía Iñigo Sofía Martín Camila Tomás Inés Joaquín Belén'),
    family: words('García Rodríguez Muñoz Pérez López Hernández Núñez Ibáñez Castaño Peña'),
    join: givenFirst,
  },
  {
    given: words('Łukasz Małgorzata Paweł Agnieszka Wojciech Zofia Krzysztof Żaneta Michał Bożena'),
    family: words('Nowak Wiśniewski Wójcik Kowalczyk Zieliński Dąbrowska Źdźbło Szymański'),
    join: givenFirst,
  },
  {
    given: words('Hương Minh Tuấn Lan Đức Thảo Phương Quân Yến Hải'),
    family: words('Nguyễn Trần Lê Phạm Hoàng Võ Đặng Bùi'),
    join: (given, family) => `${family} ${given}`,
  },
  {
    given: words('محمد فاطمة أحمد عائشة علی زینب حسن مریم یوسف ہرا'),
    family: words('خان احمد المصري حسن ملک شاہ العلي قریشی'),
    join: givenFirst,
  },
  {
    given: words('Budi Siti Agus Dewi Putri Ayşe Mehmet Zeynep Çağrı Işıl Joko Wulan'),
    family: words('Santoso Wijaya Yılmaz Şahin Öztürk Çelik Pratama Lestari Hidayat Nugroho'),
    join: givenFirst,
  },
]

export const pick = <T>(from: readonly T[], random: Random): T => {
  const item = from[Math.floor(random() * from.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

export const digits = (count: number, random: Random): string => {
  let text = ''
  while (text.length < count) text += String(Math.floor(random() * 10))
  return text
}

export const inventName = (random: Random): string => {
  const { given, family, join } = pick(NAMINGS, random)
  return join(pick(given, random), pick(family, random))
}

/** As people write numbers: with and without the country, with blanks, hyphens, brackets, or nothing at all. */
const WAYS: readonly ((random: Random) => string)[] = [
  (random) => `+91 ${pick(['98', '97', '70', '63'], random)}${digits(3, random)} ${digits(5, random)}`,
  (random) => `0${pick(['98', '97', '70'], random)}${digits(8, random)}`,
  (random) => `${pick(['9', '8', '7'], random)}${digits(9, random)}`,
  (random) => `+92 (3${digits(2, random)}) ${digits(3, random)}-${digits(4, random)}`,
  (random) =>
    `0086 1${pick(['3', '5', '8'], random)}${digits(1, random)} ${digits(4, random)} ${digits(4, random)}`,
  (random) => `8 (9${digits(2, random)}) ${digits(3, random)}-${digits(2, random)}-${digits(2, random)}`,
  (random) => `+34 6${digits(2, random)} ${digits(2, random)} ${digits(2, random)} ${digits(2, random)}`,
  (random) => `+48 ${digits(3, random)} ${digits(3, random)} ${digits(3, random)}`,
  (random) => `+62-8${digits(2, random)}-${digits(4, random)}-${digits(4, random)}`,
]

export const inventNumber = (random: Random): string => pick(WAYS, random)(random)
