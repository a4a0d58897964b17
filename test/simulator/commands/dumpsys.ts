import { prints } from '../shell/reply.ts'
import type { PhoneState } from '../state.ts'
import type { Command } from './command.ts'
import { dumpAccounts } from './dump-account.ts'
import { dumpBattery } from './dump-battery.ts'
import { dumpConnectivity } from './dump-connectivity.ts'
import { dumpDevicePolicy } from './dump-device-policy.ts'
import { dumpPackages } from './dump-package.ts'
import { dumpTelephony } from './dump-telephony.ts'
import { dumpWifi } from './dump-wifi.ts'

type Dump = (words: readonly string[], state: PhoneState) => string

const services: Readonly<Record<string, Dump>> = {
  account: (_words, state) => dumpAccounts(state),
  battery: (_words, state) => dumpBattery(state),
  connectivity: (_words, state) => dumpConnectivity(state),
  device_policy: (_words, state) => dumpDevicePolicy(state),
  package: dumpPackages,
  'telephony.registry': (_words, state) => dumpTelephony(state),
  wifi: (_words, state) => dumpWifi(state),
}

export const dumpsys: Command = (allWords, { state }) => {
  const words = withoutTimeLimit(allWords)
  const [service, ...rest] = words
  if (service === undefined || service === '-l')
    return prints(
      `Currently running services:\n${Object.keys(services)
        .map((name) => `  ${name}\n`)
        .join('')}`,
    )
  const dump = services[service]
  // AOSP frameworks/native/cmds/dumpsys prints this to stderr and still ends with 0.
  if (dump === undefined) return prints('', { errors: `Can't find service: ${service}\n` })
  return prints(dump(rest, state))
}

/** `-t SECONDS` and `-T MILLISECONDS` */
function withoutTimeLimit(words: readonly string[]): readonly string[] {
  return words[0] === '-t' || words[0] === '-T' ? words.slice(2) : words
}
