import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PhonePackage } from './state.ts'

/** Recorded outputs of real phones, as they were published. */
function capture(name: string): string {
  return readFileSync(join(import.meta.dirname, 'phones', name), 'utf8')
}

/** `[key]: [value]`, where a value may run over several lines. */
export function capturedProperties(name: string): Record<string, string> {
  const properties: Record<string, string> = {}
  for (const [, key, value] of capture(name).matchAll(
    /^\[([^\]\n]+)\]: \[([\s\S]*?)\]$(?=\n\[|\s*$(?![\s\S]))/gm,
  ))
    if (key !== undefined && value !== undefined) properties[key] = value
  return properties
}

/** The region that the user set, in all the places where MIUI keeps it. */
export function withRegion(
  properties: Readonly<Record<string, string>>,
  region: string,
): Record<string, string> {
  return {
    ...properties,
    'ro.miui.region': region,
    'ro.vendor.miui.region': region,
    'ro.product.locale.region': region,
    'ro.miui.cust_variant': region.toLowerCase(),
    'ro.vendor.miui.cust_variant': region.toLowerCase(),
  }
}

/** `key=value`; a value may hold `=` and run over several lines. */
export function capturedSettings(name: string): Record<string, string> {
  const settings: Record<string, string> = {}
  let last: string | undefined
  for (const line of capture(name).split('\n')) {
    const [, key, value] = /^([\w.#:/-]+)=(.*)$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) {
      settings[key] = value
      last = key
    } else if (last !== undefined && line !== '') settings[last] = `${settings[last] ?? ''}\n${line}`
  }
  return settings
}

/** `package:PATH=NAME`, where the path may hold `=` too. */
export function capturedPackages(name: string): Record<string, PhonePackage> {
  const packages: Record<string, PhonePackage> = {}
  for (const line of capture(name).split('\n')) {
    const [, path, packageName] = /^package:(.*)=([^=]+)$/.exec(line) ?? []
    if (path !== undefined && packageName !== undefined) packages[packageName] = somePackage({ path })
  }
  return packages
}

export function somePackage(overrides: Partial<PhonePackage>): PhonePackage {
  const path = overrides.path ?? '/system/app/Example/Example.apk'
  return {
    state: 'enabled',
    versionName: '14',
    versionCode: 34,
    stopped: false,
    system: !path.startsWith('/data/'),
    path,
    ...overrides,
  }
}
