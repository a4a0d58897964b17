import { prints } from '../shell/reply.ts'
import type { PhoneState } from '../state.ts'
import type { Command } from './command.ts'

export const getprop: Command = ([key, fallback], { state }) => {
  if (key !== undefined) return prints(`${allProperties(state)[key] ?? fallback ?? ''}\n`)
  const made = dumps.get(state) ?? dumpOf(state)
  dumps.set(state, made)
  return prints(made)
}

/** A state never changes, and to sort it all anew takes longer than a real phone needs to say it. */
const dumps = new WeakMap<PhoneState, string>()

function dumpOf(state: PhoneState): string {
  const lines = Object.entries(allProperties(state)).map(([name, value]) => `[${name}]: [${value}]\n`)
  return lines.toSorted().join('')
}

/** Properties that other parts of the state say anew stand above the recorded ones. */
export function allProperties(state: PhoneState): Readonly<Record<string, string>> {
  return {
    ...state.properties,
    'ro.serialno': state.serial,
    'ro.boot.serialno': state.serial,
    'ro.product.model': state.model,
    'ro.product.device': state.device,
    'ro.product.name': state.product,
    'persist.sys.timezone': state.zone,
  }
}

export function sdkOf(state: PhoneState): number {
  return Number(state.properties['ro.build.version.sdk'] ?? '34')
}
