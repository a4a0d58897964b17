import { fails, prints, type Reply } from '../shell/reply.ts'
import type { PhoneState } from '../state.ts'
import { sdkOf } from './getprop.ts'
import { isOnWifi, wifiInfo } from './wifi-info.ts'

export function dumpWifi(state: PhoneState): string {
  const on = isOnWifi(state)
  const info = on
    ? wifiInfo(state)
    : 'SSID: <unknown ssid>, BSSID: <none>, MAC: 02:00:00:00:00:00, IP: null, Security type: -1, Supplicant state: DISCONNECTED, RSSI: -127, Link speed: -1Mbps'
  return `Wi-Fi is ${on ? 'enabled' : 'disabled'}
Verbose logging is off
Stay-awake conditions: 0
mInIdleMode false
mScanPending false
curState=${on ? 'L3ConnectedState' : 'DisconnectedState'}
mWifiInfo ${info}
`
}

/** `cmd wifi status`: Android 11 and newer. */
export function wifiStatus(state: PhoneState): Reply {
  if (sdkOf(state) < 30) return fails('No shell command implementation.\n', 255)
  if (!isOnWifi(state))
    return prints('Wifi is disabled\nWifi scanning is only available when wifi is enabled\n')
  return prints(`Wifi is enabled
Wifi scanning is only available when wifi is enabled
==== ClientModeManager instance: ConcreteClientModeManager{id=408299759 iface=wlan0 role=ROLE_CLIENT_PRIMARY} ====
Wifi is connected to "${state.network.wifiName}"
WifiInfo: ${wifiInfo(state)}
successfulTxPackets: 4211
`)
}
