import { somePhoneWithMiui10, somePhoneWithMiui14 } from './older-phones.ts'
import type { PhoneOptions } from './phone.ts'
import { somePhone } from './some-phone.ts'
import type { PhoneState } from './state.ts'

export type Preset = { readonly title: string; phone(): PhoneState; readonly options?: PhoneOptions }

/** Phones as they come to a counter. */
export const presets = {
  healthy: { title: 'HyperOS 2, all in order, nobody signed in', phone: () => somePhone() },
  clockAndPackage: {
    title: 'HyperOS 2, clock three days behind, Mi Account app disabled',
    phone: () =>
      somePhone({
        zone: 'Asia/Kolkata',
        clockOffsetSeconds: -3 * 24 * 3600,
        settings: { global: { auto_time: '0' } },
        packages: { 'com.xiaomi.account': { state: 'disabled' } },
      }),
  },
  privateDns: {
    title: 'MIUI 14, private DNS of AdGuard blocks Find Device',
    phone: () =>
      somePhoneWithMiui14({
        network: {
          privateDns: { mode: 'hostname', host: 'dns.adguard-dns.com' },
          hosts: { 'find.api.micloud.xiaomi.net': 'unknown-host' },
        },
      }),
  },
  miui10: { title: 'MIUI 10 on Android 8, all in order', phone: () => somePhoneWithMiui10() },
  findDeviceRemoved: {
    title: 'HyperOS 2, Find Device uninstalled for the user',
    phone: () => somePhone({ packages: { 'com.xiaomi.finddevice': { state: 'removed' } } }),
  },
  couldNotVerify: {
    title: 'HyperOS 2, “Couldn’t verify Mi Account ID” on the screen',
    phone: () =>
      somePhone({
        screen: {
          texts: ['Mi Account', 'asha.rao@example.com', 'Couldn’t verify Mi Account ID', 'Try again'],
        },
      }),
  },
  unauthorized: {
    title: 'HyperOS 2, waits for a tap on Allow',
    phone: () => somePhone(),
    options: { authorized: false },
  },
  airplane: {
    title: 'HyperOS 2 in airplane mode',
    phone: () => somePhone({ network: { airplane: true, transport: 'none', validated: false } }),
  },
} as const satisfies Readonly<Record<string, Preset>>

export type PresetName = keyof typeof presets

/** `clock-and-package` and `clockAndPackage` are the same. */
export function presetNamed(name: string): Preset | undefined {
  const camel = name.replaceAll(/-([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase())
  return Object.entries(presets).find(([own]) => own === camel)?.[1]
}
