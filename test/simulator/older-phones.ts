import { capturedProperties, withRegion } from './captures.ts'
import { changed, without, type PhoneChange } from './change.ts'
import { somePhone } from './some-phone.ts'
import type { PhoneState } from './state.ts'

/** Redmi Note 10 with MIUI 14 for the world on Android 12. */
export function somePhoneWithMiui14(overrides: PhoneChange = {}): PhoneState {
  const recorded = recordedPhone('sunny-miui-14.getprop.txt')
  const properties = withRegion(recorded.properties, 'PK')
  return changed({ ...recorded, properties, zone: 'Asia/Karachi' }, overrides)
}

/** Mi 5s with MIUI 10 for China on Android 8: no private DNS, no `cmd wifi`, other lines in `dumpsys connectivity`. */
export function somePhoneWithMiui10(overrides: PhoneChange = {}): PhoneState {
  const recorded = recordedPhone('capricorn-miui-10.getprop.txt')
  const phone: PhoneState = {
    ...recorded,
    features: ['cmd', 'shell_v2'],
    missingCommands: ['dpm'],
    settings: {
      ...recorded.settings,
      global: without(recorded.settings.global, 'private_dns_default_mode', 'ntp_server_2'),
    },
    zone: 'Asia/Shanghai',
  }
  return changed(phone, overrides)
}

/** As the phone of somePhone(), but with the properties and the names of another one. */
function recordedPhone(capture: string): PhoneState {
  const properties = capturedProperties(capture)
  const property = (name: string): string => properties[name] ?? ''
  return {
    ...somePhone(),
    properties,
    serial: property('ro.serialno'),
    product: property('ro.product.name'),
    model: property('ro.product.model'),
    device: property('ro.product.device'),
  }
}
