import {
  absent,
  measured,
  unreadable,
  type FixedReadings,
  type Reading,
  type Unreadable,
} from '../reading.ts'
import { answerOf, CUT_OFF, unusable } from './answer.ts'
import { readConnectivity, type Agent, type ConnectivityDump } from './connectivity-dump.ts'
import type { Probe, SectionOutput } from './probe.ts'

const COMMAND = 'dumpsys connectivity'
const NO_NETWORK = 'The phone is not connected to any network.'
const NOT_TOLD = 'This version of Android does not tell this.'

type Transport = FixedReadings['network.transport']
type Found = { readonly agent: Agent } | { readonly none: true } | { readonly why: Unreadable }

/** The network that apps use by default. A VPN is listed beside it, with the network that carries it. */
const defaultAgent = (dump: ConnectivityDump, why: Unreadable): Found => {
  if (dump.defaultNetwork === null) return { why }
  if (dump.defaultNetwork === 'none') return { none: true }
  const agent = dump.agents.find((one) => one.id === dump.defaultNetwork)
  return agent ? { agent } : { why }
}

const transport = (found: Found, dump: ConnectivityDump): Reading<Transport> => {
  if ('none' in found) return measured('none', COMMAND)
  if ('why' in found) {
    const old = dump.oldActive === null ? undefined : OLD_NAMES[dump.oldActive]
    return old === undefined ? found.why : measured(old, COMMAND)
  }
  const { transports } = found.agent
  for (const [name, value] of TRANSPORTS) if (transports.includes(name)) return measured(value, COMMAND)
  return unreadable('The phone uses a kind of network that is not known.', COMMAND)
}

/** VPN first: a network that is a VPN lists the transport under it too ("WIFI|VPN"). */
const TRANSPORTS: readonly (readonly [string, Transport])[] = [
  ['VPN', 'vpn'],
  ['WIFI', 'wifi'],
  ['ETHERNET', 'ethernet'],
  ['CELLULAR', 'cellular'],
]
const OLD_NAMES: Readonly<Record<string, Transport>> = {
  WIFI: 'wifi',
  MOBILE: 'cellular',
  ETHERNET: 'ethernet',
}

const ofDefault = (found: Found, tell: (agent: Agent) => boolean | null): Reading<boolean> => {
  if ('none' in found) return absent(NO_NETWORK, COMMAND)
  if ('why' in found) return found.why
  const value = tell(found.agent)
  return value === null ? unreadable(NOT_TOLD, COMMAND) : measured(value, COMMAND)
}

const vpn = (dump: ConnectivityDump, why: Unreadable): Reading<boolean> => {
  if (dump.agents.some((agent) => agent.transports.includes('VPN'))) return measured(true, COMMAND)
  if (!dump.listEnded) return why
  const known = dump.agents.every((agent) => agent.transports.length > 0)
  return known ? measured(false, COMMAND) : why
}

/** The dump, the default network in it, and why it is not there if it is not. */
export const networkOf = (
  sections: ReadonlyMap<string, SectionOutput>,
): { readonly dump: ConnectivityDump; readonly found: Found; readonly why: Unreadable } => {
  const answer = answerOf(sections, 'connectivity')
  const why = answer?.complete === false ? unreadable(CUT_OFF, COMMAND) : unusable(answer, COMMAND)
  const dump = readConnectivity(answer?.text ?? '', answer?.complete ?? false)
  return { dump, found: defaultAgent(dump, why), why }
}

export const networkProbe: Probe = {
  needs: ['connectivity'],
  gives: ['network.transport', 'network.validated', 'network.captivePortal', 'network.vpn'],
  read: (sections) => {
    const { dump, found, why } = networkOf(sections)
    return {
      'network.transport': transport(found, dump),
      'network.validated': ofDefault(found, (agent) => agent.validated),
      'network.captivePortal': ofDefault(found, (agent) => agent.captivePortal),
      'network.vpn': vpn(dump, why),
    }
  },
}
