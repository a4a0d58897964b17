import { expect, test } from 'vitest'
import { airplaneProbe, privateDnsProbe, proxyProbe } from '../../../src/core/probes/network-settings.ts'
import { keptText } from '../../../src/core/probes/index.ts'
import { networkProbe } from '../../../src/core/probes/network.ts'
import { findDeviceProbe } from '../../../src/core/probes/find-device.ts'
import { brief, briefly, CUT, recorded, section, sectionsOf } from './sections-of.ts'

const cut = { unreadable: 'The answer of the phone was cut off.' }
const network = (text: string, more: object = {}): Record<string, unknown> =>
  briefly(networkProbe.read(sectionsOf(section('connectivity', text, more))))

/** Names of networks stand in for real ones. Android 12 and later print one long line a network. */
const agent = (id: number, transports: string, capabilities: string, rest = ''): string =>
  `  NetworkAgentInfo{network{${id}}  handle{1}  ni{WIFI CONNECTED extra: } Score(Policies : EVER_EVALUATED ; KeepConnected : 0)  lp{{InterfaceName: wlan0 ${rest}}}  nc{[ Transports: ${transports} Capabilities: ${capabilities} LinkUpBandwidth>=1Kbps ]}}`
const dump = (active: number | 'none', ...agents: readonly string[]): string =>
  ['Active default network: ' + String(active), '', 'Current Networks:', ...agents, '', 'Requests:', ''].join(
    '\n',
  )

test('pipa: the recording ends in the list of networks, so a VPN is neither there nor ruled out', () => {
  const text = recorded('pipa-hyperos-2-eea/connectivity.txt')
  const expected = {
    'network.transport': 'wifi',
    'network.validated': true,
    'network.captivePortal': false,
    'network.vpn': cut,
  }
  expect(network(text, CUT)).toEqual(expected)
  expect(network(text.replaceAll('\n', '\r\n'), CUT)).toEqual(expected)
  const kept = keptText(section('connectivity', text))
  expect(network(kept, CUT)).toEqual(expected)
  expect(kept).not.toMatch(/HomeNet|02:4f:76|02:82:03|NetworkRequest|com\.\w/u)
  expect(keptText(section('connectivity', kept))).toBe(kept)
  // Cut before the line of the active network has ended.
  expect(network(text.slice(0, text.indexOf('Specifier: <WifiNetworkAgent')), CUT)).toEqual({
    'network.transport': cut,
    'network.validated': cut,
    'network.captivePortal': cut,
    'network.vpn': cut,
  })
})

test.each([
  ['Wi-Fi without internet', dump(100, agent(100, 'WIFI', 'INTERNET&NOT_VPN')), 'wifi', false, false, false],
  [
    'a hotspot that waits for its page',
    dump(100, agent(100, 'WIFI', 'INTERNET&NOT_VPN&CAPTIVE_PORTAL')),
    'wifi',
    false,
    true,
    false,
  ],
  [
    'mobile data beside a Wi-Fi that is not the default',
    dump(101, agent(100, 'WIFI', 'INTERNET'), agent(101, 'CELLULAR', 'INTERNET&VALIDATED')),
    'cellular',
    true,
    false,
    false,
  ],
  [
    'a VPN over Wi-Fi',
    dump(100, agent(100, 'WIFI', 'INTERNET&VALIDATED'), agent(102, 'WIFI|VPN', 'INTERNET&VALIDATED')),
    'wifi',
    true,
    false,
    true,
  ],
  ['a VPN as the default', dump(102, agent(102, 'WIFI|VPN', 'INTERNET&VALIDATED')), 'vpn', true, false, true],
  ['a cable', dump(100, agent(100, 'ETHERNET', 'INTERNET&VALIDATED')), 'ethernet', true, false, false],
])('%s', (_, text, transport, validated, captivePortal, vpn) => {
  expect(network(text)).toEqual({
    'network.transport': transport,
    'network.validated': validated,
    'network.captivePortal': captivePortal,
    'network.vpn': vpn,
  })
})

test('no network at all', () => {
  const none = { absent: 'The phone is not connected to any network.' }
  expect(network(dump('none'))).toEqual({
    'network.transport': 'none',
    'network.validated': none,
    'network.captivePortal': none,
    'network.vpn': false,
  })
})

test('Android 5, 6 to 11, and 4.4 have forms of their own', () => {
  const five =
    'Active default network: 100\nCurrent Networks:\n  NetworkAgentInfo{ ni{[type: WIFI[], state: CONNECTED/CONNECTED, reason: (unspecified), extra: "HomeNet", roaming: false]}  network{100}  lp{{InterfaceName: wlan0}}  nc{[ Transports: WIFI Capabilities: INTERNET&NOT_RESTRICTED&TRUSTED&NOT_VPN LinkUpBandwidth>=1048576Kbps]}  Score{60}  validated{true}  created{true}  explicitlySelected{false} }\n\n'
  expect(network(five)).toEqual({
    'network.transport': 'wifi',
    'network.validated': true,
    'network.captivePortal': { unreadable: 'This version of Android does not tell this.' },
    'network.vpn': false,
  })
  const nine =
    'Active default network: 100\nCurrent Networks:\n  NetworkAgentInfo{ ni{[type: MOBILE[LTE], state: CONNECTED/CONNECTED]}  network{100}  nethandle{432902426637}  lp{{InterfaceName: rmnet0}}  nc{[ Transports: CELLULAR Capabilities: INTERNET&NOT_VPN&VALIDATED&FOREGROUND LinkUpBandwidth>=1Kbps]}  Score{50}  everValidated{true}  lastValidated{true}  created{true} lingering{false} explicitlySelected{false} everCaptivePortalDetected{false} }\n\n'
  expect(network(nine)).toEqual({
    'network.transport': 'cellular',
    'network.validated': true,
    'network.captivePortal': false,
    'network.vpn': false,
  })
  const four = 'NetworkStateTracker for WIFI:\n  Active network: WIFI\n\nNetworkStateTracker for mobile:\n'
  const unknown = { unreadable: 'The phone answered in a form that is not known.' }
  expect(network(four)).toEqual({
    'network.transport': 'wifi',
    'network.validated': unknown,
    'network.captivePortal': unknown,
    'network.vpn': unknown,
  })
})

test('a refusal is no network state', () => {
  const why = { unreadable: 'This phone has no such service.' }
  expect(network("Can't find service: connectivity\n")).toEqual({
    'network.transport': why,
    'network.validated': why,
    'network.captivePortal': why,
    'network.vpn': why,
  })
})

const sdk = (level: number) => section('getprop', `[ro.build.version.sdk]: [${level}]\n`)
const dns = (text: string, level = 34): unknown =>
  brief(privateDnsProbe.read(sectionsOf(section('settings', text), sdk(level)))['network.privateDns'])

test.each([
  ['private_dns_mode=off\n', 34, { mode: 'off' }],
  ['private_dns_mode=opportunistic\n', 34, { mode: 'opportunistic' }],
  [
    'private_dns_mode=hostname\nprivate_dns_specifier=dns.adguard.com\n',
    34,
    { mode: 'hostname', host: 'dns.adguard.com' },
  ],
  ['private_dns_specifier=dns.x\nprivate_dns_mode=hostname\n', 34, { mode: 'hostname', host: 'dns.x' }],
  ['private_dns_mode=hostname\nprivate_dns_specifier=null\n', 34, { mode: 'hostname' }],
  ['private_dns_mode=null\n', 27, { absent: 'Android before 9 has no private DNS.' }],
  [
    'private_dns_mode=null\nprivate_dns_default_mode=null\n',
    33,
    { value: { mode: 'opportunistic' }, note: 'not set, so the default holds' },
  ],
  [
    'private_dns_mode=null\nprivate_dns_default_mode=off\n',
    33,
    { value: { mode: 'off' }, note: 'not set, so the default holds' },
  ],
  ['private_dns_mode=tls13\n', 34, { unreadable: 'The phone answered in a form that is not known.' }],
])('private DNS: %j on Android level %d', (text, level, expected) => {
  expect(dns(text, level)).toEqual(expected)
})

const proxy = (settings: string, connectivity: string): unknown =>
  brief(
    proxyProbe.read(sectionsOf(section('settings', settings), section('connectivity', connectivity)))[
      'network.proxy'
    ],
  )
const wifi = (rest: string): string => dump(100, agent(100, 'WIFI', 'INTERNET&VALIDATED', rest))

test.each([
  ['http_proxy=10.0.0.2:8080\n', wifi(''), '10.0.0.2:8080'],
  ['http_proxy=:0\n', wifi(''), { absent: 'No proxy is set.' }],
  ['http_proxy=null\n', wifi(''), { absent: 'No proxy is set.' }],
  ['http_proxy=null\n', wifi('HttpProxy: [192.168.1.9] 3128 '), '192.168.1.9:3128'],
  ['http_proxy=null\n', wifi('HttpProxy: PAC Script: http://wpad/x.pac '), 'PAC Script: http://wpad/x.pac'],
  // A proxy of the Wi-Fi network would not stand in the setting.
  ['http_proxy=null\n', '', { unreadable: 'The phone gave no answer.' }],
  ['http_proxy=null\n', dump('none'), { absent: 'No proxy is set.' }],
])('proxy: %j', (settings, connectivity, expected) => {
  expect(proxy(settings, connectivity)).toEqual(expected)
})

test('pipa: the settings of a real phone', () => {
  const settings = section('settings', recorded('pipa-hyperos-2-eea/settings.txt'))
  expect(briefly(airplaneProbe.read(sectionsOf(settings)))).toEqual({ 'network.airplane': false })
  expect(briefly(findDeviceProbe.read(sectionsOf(settings)))).toEqual({ 'findDevice.locked': false })
  expect(briefly(privateDnsProbe.read(sectionsOf(settings, sdk(34))))).toEqual({
    'network.privateDns': { mode: 'off' },
  })
})

test.each([
  ['1', true],
  ['0', false],
  ['null', { absent: 'The phone keeps no mark of a Find Device lock.' }],
  ['', { unreadable: 'The phone answered in a form that is not known.' }],
])('the mark of a Find Device lock is %j', (value, expected) => {
  const text = `com.xiaomi.system.devicelock.locked=${value}\n`
  expect(briefly(findDeviceProbe.read(sectionsOf(section('settings', text))))).toEqual({
    'findDevice.locked': expected,
  })
})
