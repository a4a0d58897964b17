import type { Random } from '../simulation/random.ts'
import { digits, pick } from './people.ts'

export type InventedPhone = { readonly serial: string; readonly model: string; readonly marketName: string }

/** Model codes and names of sale, as phones say them of themselves. */
const MODELS: readonly (readonly [string, string])[] = [
  ['M2101K7AI', 'Redmi Note 10'],
  ['M2101K6G', 'Redmi Note 10 Pro'],
  ['2201117TI', 'Redmi Note 11'],
  ['22111317I', 'Redmi Note 12 5G'],
  ['23053RN02I', 'Redmi 12'],
  ['23076RN8DY', 'Redmi 12 5G'],
  ['23106RN0DA', 'Redmi Note 13'],
  ['M2012K11AG', 'POCO F3'],
  ['22101320I', 'POCO X5 Pro'],
  ['23049PCD8I', 'POCO F5'],
  ['2311DRK48I', 'POCO X6 Pro'],
  ['M2010J19CI', 'POCO M3'],
  ['M2006C3LI', 'Redmi 9A'],
  ['M2004J19C', 'Redmi 9'],
  ['220333QAG', 'Redmi 10C'],
  ['2107113SG', 'Xiaomi 11T Pro'],
  ['2201123G', 'Xiaomi 12'],
  ['2210132G', 'Xiaomi 13 Pro'],
  ['23127PN0CG', 'Xiaomi 14'],
  ['M1908C3JGG', 'Redmi Note 8'],
  ['M2003J15SC', 'Redmi Note 9'],
  ['M2002J9G', 'Mi 10 Lite 5G'],
  ['M1902F1G', 'Mi 9'],
  ['2109119DG', 'Xiaomi 11 Lite 5G NE'],
]

const HEX = '0123456789abcdef'

const inventSerial = (random: Random): string => {
  if (random() < 0.15) return digits(5, random) + '/' + pick(['G1', 'K2', 'F9'], random) + digits(5, random)
  let serial = ''
  while (serial.length < 8) serial += HEX[Math.floor(random() * 16)] ?? ''
  return serial
}

export const inventPhone = (random: Random): InventedPhone => {
  const [model, marketName] = pick(MODELS, random)
  return { serial: inventSerial(random), model, marketName }
}
