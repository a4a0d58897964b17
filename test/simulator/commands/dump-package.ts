import type { PackageState, PhonePackage, PhoneState } from '../state.ts'
import { sdkOf } from './getprop.ts'

/** PackageManager's COMPONENT_ENABLED_STATE: 0 default, 1 enabled, 2 disabled, 3 disabled by the user, 4 until used. */
const enabledNumbers: Readonly<Record<PackageState, number>> = {
  enabled: 0,
  disabled: 3,
  removed: 0,
  absent: 0,
}

/** `dumpsys package NAME`; without a name, all packages. */
export function dumpPackages(words: readonly string[], state: PhoneState): string {
  const wanted = words.filter((word) => !word.startsWith('-') && word !== 'packages')
  const names = wanted.length === 0 ? Object.keys(state.packages) : wanted
  const found = names.flatMap((name) => {
    const one = state.packages[name]
    return one === undefined || one.state === 'absent' ? [] : [dumpPackage(name, one, state)]
  })
  if (found.length === 0) return `${dexopt}Unable to find package: ${names.join(' ')}\n`
  return `${activities}Packages:\n${found.join('')}\nQueries:\n  system apps queryable: false\n${dexopt}`
}

const activities = 'Activity Resolver Table:\n  Non-Data Actions:\n\nKey Set Manager:\n\n'
const dexopt = '\nDexopt state:\n\nCompiler stats:\n\n'

function dumpPackage(name: string, one: PhonePackage, state: PhoneState): string {
  const userId = 10_000 + (Object.keys(state.packages).indexOf(name) % 500)
  // Android 13 renamed userId to appId.
  const identity = sdkOf(state) >= 33 ? `appId=${String(userId)}` : `userId=${String(userId)}`
  const folder = one.path.replace(/\/[^/]+$/, '')
  const users = state.users.map(({ id }) => userLines(id, one, state))
  return `  Package [${name}] (${hash(name)}):
    ${identity}
    pkg=Package{${hash(`${name}.`)} ${name}}
    codePath=${folder}
    resourcePath=${folder}
    primaryCpuAbi=arm64-v8a
    secondaryCpuAbi=null
    versionCode=${String(one.versionCode)} minSdk=24 targetSdk=${String(sdkOf(state))}
    versionName=${one.versionName}
    splits=[base]
    apkSigningVersion=3
    flags=[ ${one.system ? 'SYSTEM ' : ''}HAS_CODE ALLOW_CLEAR_USER_DATA ]
    firstInstallTime=2009-01-01 08:00:00
    lastUpdateTime=2009-01-01 08:00:00
    install permissions:
      android.permission.INTERNET: granted=true
${users.join('')}`
}

function userLines(id: number, one: PhonePackage, state: PhoneState): string {
  const removed = one.state === 'removed' && id === 0
  const installed = removed ? 'false' : 'true'
  const newer = sdkOf(state) >= 33 ? ' deDataInode=3812' : ''
  return (
    `    User ${String(id)}: ceDataInode=${removed ? '0' : '3811'}${newer} installed=${installed} hidden=false suspended=false ` +
    `distractionFlags=0 stopped=${String(one.stopped)} notLaunched=false ` +
    `enabled=${String(id === 0 ? enabledNumbers[one.state] : 0)} instant=false virtual=false\n` +
    (one.state === 'disabled' && id === 0 ? '      lastDisabledCaller: shell:2000\n' : '') +
    '      gids=[3003]\n      runtime permissions:\n'
  )
}

/** Real ones are identity hashes of objects in memory. */
function hash(text: string): string {
  let sum = 7
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) & 0xfffffff
  return sum.toString(16)
}
