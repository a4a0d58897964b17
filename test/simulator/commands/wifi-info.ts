import type { PhoneState } from '../state.ts'

/** `WifiInfo` as Android 14 prints it; from the capture of a pipa. */
export function wifiInfo({ network }: PhoneState): string {
  return `SSID: "${network.wifiName}", BSSID: 02:4f:76:62:71:c9, MAC: 02:82:03:e4:f8:91, IP: /192.168.1.54, Security type: 2, Supplicant state: COMPLETED, Wi-Fi standard: 5, RSSI: -46, Link speed: 866Mbps, Tx Link speed: 866Mbps, Max Supported Tx Link speed: 866Mbps, Rx Link speed: 866Mbps, Max Supported Rx Link speed: 866Mbps, Frequency: 5240MHz, Net ID: 0, Metered hint: false, score: 60, isUsable: true, CarrierMerged: false, SubscriptionId: -1, IsPrimary: 1, Trusted: true, Restricted: false, Ephemeral: false, OEM paid: false, OEM private: false, OSU AP: false, FQDN: <none>, Provider friendly name: <none>, Requesting package name: <none>`
}

export function isOnWifi({ network }: PhoneState): boolean {
  return network.transport === 'wifi' && !network.airplane
}
