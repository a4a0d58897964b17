import type { Readings } from '../../../src/core/reading.ts'

/** Readings as an inspection's JSON holds them; each is given by its value. */
export const readingsFrom = (
  values: Readonly<Record<string, { readonly value: unknown; readonly uncertainty?: number }>>,
): Readings => {
  const readings: unknown = Object.fromEntries(
    Object.entries(values).map(([id, reading]) => [id, { status: 'measured', command: 'test', ...reading }]),
  )
  // They come as parsed JSON in the product too; nothing checks them before `diagnose`.
  return readings as Readings
}

/** A phone with which nothing is wrong. */
export const HEALTHY = {
  'os.family': { value: 'HyperOS' },
  'os.version': { value: '2.0' },
  'os.official': { value: true },
  'boot.locked': { value: true },
  'boot.verifiedState': { value: 'green' },
  'clock.offset': { value: 1, uncertainty: 1 },
  'clock.automatic': { value: true },
  'network.airplane': { value: false },
  'network.transport': { value: 'wifi' },
  'network.validated': { value: true },
  'network.captivePortal': { value: false },
  'network.vpn': { value: false },
  'network.privateDns': { value: { mode: 'opportunistic' } },
  'network.hosts': {
    value: {
      'account.xiaomi.com': { resolves: true, reachable: true, ms: 40 },
      'find.api.micloud.xiaomi.net': { resolves: true, reachable: true, ms: 50 },
    },
  },
  'account.present': { value: false },
  'package.com.xiaomi.account': { value: { state: 'enabled', version: 'R-25.10.23.03', stopped: false } },
  'package.com.xiaomi.finddevice': { value: { state: 'enabled' } },
  'package.com.xiaomi.xmsf': { value: { state: 'enabled' } },
  'package.com.miui.cloudservice': { value: { state: 'enabled' } },
  'package.com.miui.micloudsync': { value: { state: 'enabled' } },
  'package.com.google.android.webview': { value: { state: 'enabled', version: '141.0.1' } },
  'findDevice.locked': { value: false },
  'storage.free': { value: 20_000_000_000 },
  'power.dataSaver': { value: false },
} as const
