import { measured, type Reading } from '../reading.ts'
import type { Probe } from './probe.ts'
import { firstProperty, noProperty, propertiesOf, textProperty, type Properties } from './properties.ts'

const XIAOMI_NAMES = ['xiaomi', 'redmi', 'poco', 'blackshark', 'black shark']

/**
 * Names under which a maker puts the name people say. Xiaomi: ro.product.marketname, on phones of 2022 and later also
 * in the odm part. Huawei and OPPO have names of their own.
 */
const MARKET_NAMES = [
  'ro.product.marketname',
  'ro.product.odm.marketname',
  'ro.product.vendor.marketname',
  'ro.config.marketing_name',
  'ro.vendor.oplus.market.name',
] as const

const BRANDS = ['ro.product.brand', 'ro.product.manufacturer'] as const

/** Hardware by Xiaomi. ro.product.vendor.* is no help: MIUI 13 on sunstone says QUALCOMM there. */
export const isXiaomiHardware = (properties: Properties): boolean =>
  BRANDS.some((name) => {
    const value = properties.get(name)
    return value !== null && XIAOMI_NAMES.includes(value.toLowerCase())
  })

const isXiaomi = (properties: Properties): Reading<boolean> => {
  const found = firstProperty(properties, BRANDS)
  if (found === null) return noProperty(properties, BRANDS[0], 'The phone states no brand.')
  const yes = isXiaomiHardware(properties)
  // A cut dump may still hide the property that says yes.
  if (!yes && !properties.whole && !BRANDS.every((name) => properties.get(name) !== null))
    return noProperty(properties, BRANDS[0], 'The phone states no brand.')
  return measured(yes, `getprop ${found.name}`)
}

export const identityProbe: Probe = {
  needs: ['getprop'],
  gives: [
    'phone.serial',
    'phone.brand',
    'phone.model',
    'phone.marketName',
    'phone.codename',
    'phone.isXiaomi',
  ],
  read: (sections) => {
    const properties = propertiesOf(sections)
    const text = (none: string, ...names: readonly [string, ...string[]]) =>
      textProperty(properties, names, none)
    return {
      'phone.serial': text('The phone states no serial number.', 'ro.serialno', 'ro.boot.serialno'),
      'phone.brand': text('The phone states no brand.', ...BRANDS),
      'phone.model': text('The phone states no model.', 'ro.product.model'),
      'phone.marketName': text('The phone states no name of sale.', ...MARKET_NAMES),
      'phone.codename': text('The phone states no code name.', 'ro.product.device'),
      'phone.isXiaomi': isXiaomi(properties),
    }
  },
}
