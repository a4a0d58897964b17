/**
 * Packages whose whole record is read: version, stopped, switched off for user 0. The sign-in rests on them
 * (universal-android-debloater lists: com.xiaomi.finddevice "prevents Mi Account sign-in", com.xiaomi.xmsf "breaks
 * Mi Cloud and Mi Account"); the sign-in pages run in the WebView.
 */
export const DETAILED_PACKAGES = [
  'com.xiaomi.account',
  'com.xiaomi.finddevice',
  'com.xiaomi.xmsf',
  'com.miui.cloudservice',
  'com.google.android.webview',
] as const

/** Packages of which the state alone says enough; it comes from the package lists and costs nothing more. */
export const LISTED_PACKAGES = [
  'com.xiaomi.simactivate.service',
  'com.miui.micloudsync',
  'com.miui.cloudbackup',
  'com.miui.cloudservice.sysbase',
  'com.xiaomi.micloud.sdk',
  'com.miui.securitycenter',
  'com.miui.guardprovider',
  'com.android.updater',
  'com.google.android.gms',
  'com.google.android.captiveportallogin',
] as const

export const WATCHED_PACKAGES = [...DETAILED_PACKAGES, ...LISTED_PACKAGES] as const
