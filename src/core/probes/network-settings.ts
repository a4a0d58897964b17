import { cleanDeviceText, type DeviceText } from '../device-text.ts'
import { absent, measured, unreadable, type FixedReadings, type Reading } from '../reading.ts'
import { UNKNOWN_FORM } from './answer.ts'
import { networkOf } from './network.ts'
import type { Probe, SectionOutput } from './probe.ts'
import { propertiesOf } from './properties.ts'
import { withoutLogin } from './proxy-login.ts'
import { settingCommand, settingOf, type Setting } from './settings.ts'
import { switchReading } from './switch-reading.ts'

type PrivateDns = FixedReadings['network.privateDns']
type Sections = ReadonlyMap<string, SectionOutput>

const privateDns = (sections: Sections): Reading<PrivateDns> => {
  const command = settingCommand('private_dns_mode')
  const mode = settingOf(sections, 'private_dns_mode')
  if (mode.is === 'unknown') return mode.because
  if (mode.is === 'unset' || mode.value === '') return unsetPrivateDns(sections, command)
  switch (mode.value) {
    case 'off':
    case 'opportunistic':
      return measured({ mode: mode.value }, command)
    case 'hostname': {
      const host = settingOf(sections, 'private_dns_specifier')
      if (host.is === 'unknown') return host.because
      const name = cleanDeviceText(host.is === 'value' ? host.value : '')
      return measured(name === '' ? { mode: 'hostname' } : { mode: 'hostname', host: name }, command)
    }
    default:
      return unreadable(UNKNOWN_FORM, command)
  }
}

/** What Android itself takes when the mode is unset: the maker's default, and "opportunistic" without one. */
const unsetPrivateDns = (sections: Sections, command: string): Reading<PrivateDns> => {
  const sdk = Number(propertiesOf(sections).get('ro.build.version.sdk') ?? Number.NaN)
  if (sdk < 28) return absent('Android before 9 has no private DNS.', command)
  if (!(sdk >= 28)) return unreadable('The setting is empty and the Android version is not known.', command)
  const fallback = settingOf(sections, 'private_dns_default_mode')
  if (fallback.is === 'unknown') return fallback.because
  const mode = fallback.is === 'value' && fallback.value === 'off' ? 'off' : 'opportunistic'
  return measured({ mode }, command, { note: 'not set, so the default holds' })
}

/** "host:port"; null for what stands for none: unset, empty, ":0" (what Android writes when a proxy is taken away). */
const globalProxy = (setting: Setting): string | null => {
  const value = setting.is === 'value' ? withoutLogin(setting.value) : ''
  return value === '' || value === ':0' ? null : value
}

/** A proxy is set for the whole phone, or for one Wi-Fi network, where the network's own lines show it. */
const proxy = (sections: Sections): Reading<DeviceText> => {
  const command = settingCommand('http_proxy')
  const setting = settingOf(sections, 'http_proxy')
  const { found, why } = networkOf(sections)
  const ofPhone = globalProxy(setting)
  if (ofPhone !== null) return measured(cleanDeviceText(ofPhone), command)
  if ('agent' in found && found.agent.proxy !== null)
    return measured(cleanDeviceText(found.agent.proxy), 'dumpsys connectivity')
  if (setting.is === 'unknown') return setting.because
  if ('why' in found) return why
  return absent('No proxy is set.', command)
}

export const airplaneProbe: Probe = {
  needs: ['settings'],
  gives: ['network.airplane'],
  read: (sections) => ({
    'network.airplane': switchReading(
      sections,
      'airplane_mode_on',
      'The phone has no setting for airplane mode.',
    ),
  }),
}

export const privateDnsProbe: Probe = {
  needs: ['settings', 'getprop'],
  gives: ['network.privateDns'],
  read: (sections) => ({ 'network.privateDns': privateDns(sections) }),
}

export const proxyProbe: Probe = {
  needs: ['settings', 'connectivity'],
  gives: ['network.proxy'],
  read: (sections) => ({ 'network.proxy': proxy(sections) }),
}
