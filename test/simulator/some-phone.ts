import {
  capturedPackages,
  capturedProperties,
  capturedSettings,
  somePackage,
  withRegion,
} from './captures.ts'
import { changed, without, type PhoneChange } from './change.ts'
import type { PhonePackage, PhoneState } from './state.ts'

/** The hosts that signing in to a Mi Account needs. */
export const accountHosts = [
  'account.xiaomi.com',
  'api.account.xiaomi.com',
  'c.id.mi.com',
  'find.api.micloud.xiaomi.net',
  'sgpac.account.xiaomi.com',
  'cdn.cnbj1.fds.api.mi-img.com',
  'api.device.xiaomi.net',
] as const

/** Real adbd of Android 14; it does not follow that each of them is simulated. */
const featuresOfAndroid14 = [
  'shell_v2',
  'cmd',
  'stat_v2',
  'ls_v2',
  'fixed_push_mkdir',
  'apex',
  'abb',
  'abb_exec',
]

const accountPackages: Readonly<Record<string, PhonePackage>> = {
  'com.xiaomi.account': somePackage({
    path: '/product/app/MIUIXiaomiAccountGlobal/MIUIXiaomiAccountGlobal.apk',
    versionName: 'R-25.10.23.03',
    versionCode: 251023003,
  }),
  'com.xiaomi.finddevice': somePackage({
    path: '/system_ext/priv-app/FindDevice/FindDevice.apk',
    versionName: 'R-25.08.12.01',
    versionCode: 250812001,
  }),
  'com.xiaomi.xmsf': somePackage({
    path: '/product/app/XiaomiServiceFrameworkGlobal/XiaomiServiceFrameworkGlobal.apk',
    versionName: '6.9.1-G',
    versionCode: 60901000,
  }),
  'com.miui.cloudservice': somePackage({
    path: '/product/app/MIUICloudServiceGlobal/MIUICloudServiceGlobal.apk',
    versionName: '1.12.0.2.9',
    versionCode: 1120029,
  }),
  'com.miui.micloudsync': somePackage({ path: '/product/app/MIUIMicloudSync/MIUIMicloudSync.apk' }),
  'com.xiaomi.micloud.sdk': somePackage({ path: '/system_ext/app/MiCloudSdk/MiCloudSdk.apk' }),
  'com.xiaomi.simactivate.service': somePackage({
    path: '/system_ext/app/XiaomiSimActivateService/XiaomiSimActivateService.apk',
  }),
  'com.miui.securitycenter': somePackage({
    path: '/product/priv-app/MIUISecurityCenterGlobal/MIUISecurityCenterGlobal.apk',
    versionName: '10.4.2-250905.1.2',
    versionCode: 40001042,
  }),
  'com.google.android.webview': somePackage({
    path: '/product/app/TrichromeWebView/TrichromeWebView.apk',
    versionName: '142.0.7444.48',
    versionCode: 744404803,
  }),
  'com.google.android.captiveportallogin': somePackage({
    path: '/apex/com.android.tethering/app/CaptivePortalLoginGoogle/CaptivePortalLoginGoogle.apk',
  }),
}

/** A healthy phone, Xiaomi Pad 6 with HyperOS 2 for Europe on Android 14, and all that an account needs. */
export function somePhone(overrides: PhoneChange = {}): PhoneState {
  return changed(healthyPhone(), overrides)
}

function healthyPhone(): PhoneState {
  // The recorded one had its region set to the US, which with a European build is a finding.
  const properties = withRegion(capturedProperties('pipa-hyperos-2.getprop.txt'), 'ES')
  return {
    serial: properties['ro.serialno'] ?? '71d23d60',
    product: 'pipa_eea',
    model: '23043RP34G',
    device: 'pipa',
    mode: 'device',
    maximumPayload: 1024 * 1024,
    missingCommands: [],
    features: featuresOfAndroid14,
    properties,
    settings: {
      // What that phone's owner had changed would be a finding on a healthy one.
      global: without(
        { ...capturedSettings('pipa-hyperos-2.settings-global.txt'), captive_portal_mode: '1' },
        ...settingsFromState,
      ),
      secure: without(capturedSettings('pipa-hyperos-2.settings-secure.txt'), 'always_on_vpn_app'),
      system: capturedSettings('pipa-hyperos-2.settings-system.txt'),
    },
    packages: { ...capturedPackages('pipa-hyperos-2.packages.txt'), ...accountPackages },
    users: [{ id: 0, name: 'Owner', flags: '4c13', running: true }],
    accounts: [],
    clockOffsetSeconds: 0,
    zone: 'Europe/Madrid',
    upSeconds: 5 * 3600 + 1234,
    network: {
      airplane: false,
      transport: 'wifi',
      validated: true,
      captivePortal: false,
      vpn: false,
      privateDns: { mode: 'opportunistic', host: null },
      proxy: null,
      dnsServers: ['192.168.1.1'],
      wifiName: 'Counter',
      hosts: Object.fromEntries(accountHosts.map((host) => [host, 'ok' as const])),
      otherHosts: 'ok',
      answerMilliseconds: 12,
      pingProgram: 'iputils',
    },
    battery: { level: 81, status: 'charging' },
    deviceOwner: null,
    dataSaver: false,
    storageBytes: 115_933_687_808,
    storageFreeBytes: 75_027_054_592,
    log: '',
    screen: { texts: ['Settings', 'Wi-Fi', 'Counter'], locked: false, moving: false },
    answers: {},
    files: {},
  }
}

/** Settings that follow from the rest of the state; see commands/derived-settings.ts. */
const settingsFromState = [
  'airplane_mode_on',
  'private_dns_mode',
  'private_dns_specifier',
  'http_proxy',
  'wifi_on',
  'mobile_data',
] as const
