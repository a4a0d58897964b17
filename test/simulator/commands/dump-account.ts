import type { PhoneState } from '../state.ts'

/** Form of the Vietnamese and the Samsung capture: names come after the user they belong to. */
export function dumpAccounts(state: PhoneState): string {
  const accounts = state.accounts.map(({ name, type }) => `    Account {name=${name}, type=${type}}\n`)
  const owner = state.users[0]
  const authenticators = ['com.xiaomi.account', 'com.google.android.gms'].filter(
    (name) => state.packages[name]?.state === 'enabled',
  )
  const services = authenticators.map((name) => `    ${authenticator(name)}\n`)
  return [
    `User UserInfo{0:${owner?.name ?? 'Owner'}:${owner?.flags ?? '13'}}:\n`,
    `  Accounts: ${String(state.accounts.length)}\n`,
    ...accounts,
    '\n  AccountId, Action_Type, timestamp, UID, TableName, Key\n  Accounts History\n',
    '\n  Active Sessions: 0\n',
    `\n  RegisteredServicesCache: ${String(services.length)} services\n`,
    ...services,
    '\n  Account visibility:\n',
  ].join('')
}

function authenticator(name: string): string {
  return name === 'com.xiaomi.account'
    ? 'ServiceInfo: AuthenticatorDescription {type=com.xiaomi}, ComponentInfo{com.xiaomi.account/com.xiaomi.account.authenticator.service.MiuiAuthenticatorService}, uid 10120'
    : 'ServiceInfo: AuthenticatorDescription {type=com.google}, ComponentInfo{com.google.android.gms/com.google.android.gms.auth.account.authenticator.GoogleAccountAuthenticatorService}, uid 10143'
}
