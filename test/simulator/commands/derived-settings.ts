import type { PhoneChange } from '../change.ts'
import type { PhoneState, SettingsNamespace } from '../state.ts'
import { sdkOf } from './getprop.ts'

/** Settings that are the same fact as another part of the state, so that the two can never disagree. */
export function allSettings(
  state: PhoneState,
  namespace: SettingsNamespace,
): Readonly<Record<string, string>> {
  if (namespace !== 'global') return state.settings[namespace]
  return { ...derivedSettings(state), ...state.settings.global }
}

function derivedSettings({ network, ...state }: PhoneState): Record<string, string> {
  const { mode, host } = network.privateDns
  return {
    airplane_mode_on: network.airplane ? '1' : '0',
    wifi_on: network.transport === 'wifi' ? '1' : '0',
    mobile_data: network.transport === 'cellular' ? '1' : '0',
    ...(network.proxy === null ? {} : { http_proxy: network.proxy }),
    // Private DNS came with Android 9.
    ...(sdkOf({ network, ...state }) < 28 ? {} : { private_dns_mode: mode }),
    ...(host === null ? {} : { private_dns_specifier: host }),
  }
}

/** What `settings put` changes. */
export function settingPut(
  state: PhoneState,
  namespace: SettingsNamespace,
  key: string,
  value: string,
): PhoneChange {
  if (namespace === 'global') {
    if (key === 'airplane_mode_on') return { network: { airplane: value === '1' } }
    if (key === 'http_proxy') return { network: { proxy: value === ':0' ? null : value } }
    if (key === 'private_dns_specifier') return { network: { privateDns: { host: value } } }
    if (key === 'private_dns_mode' && isPrivateDnsMode(value))
      return { network: { privateDns: { mode: value } } }
    if (key === 'auto_time' && value === '1')
      return { settings: { global: { [key]: value } }, clockOffsetSeconds: clockAfterAutomatic(state) }
  }
  return { settings: { [namespace]: { [key]: value } } }
}

/** With automatic time a phone that can reach the network sets its clock right. */
function clockAfterAutomatic(state: PhoneState): number {
  return state.network.validated && !state.network.airplane ? 0 : state.clockOffsetSeconds
}

function isPrivateDnsMode(value: string): value is PhoneState['network']['privateDns']['mode'] {
  return value === 'off' || value === 'opportunistic' || value === 'hostname'
}
