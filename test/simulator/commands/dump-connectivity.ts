import type { PhoneState } from '../state.ts'
import { sdkOf } from './getprop.ts'
import { wifiInfo } from './wifi-info.ts'

type Agent = { readonly id: number; readonly transports: string; readonly isVpn: boolean }

/** `dumpsys connectivity`: the form of Android 14 from the capture of a pipa, that of Android 9 and older from AOSP. */
export function dumpConnectivity(state: PhoneState): string {
  const agents = agentsOf(state)
  const active = agents.at(-1)
  return `NetworkProviders for:
  9: RestrictedWifiNetworkFactory
  3: VcnNetworkProvider
  1: EthernetNetworkFactory
  7: WifiNetworkFactory
  4: VpnNetworkProvider:0
  6: TelephonyNetworkFactory[0]

Active default network: ${active === undefined ? 'none' : String(active.id)}

Current network preferences: 

Current Networks:
${agents.map((agent) => `${sdkOf(state) >= 30 ? agentLine(agent, state) : oldAgentLine(agent, state)}\n${requests}`).join('')}
Status for known UIDs:
`
}

const requests = `      NetworkRequest [ REQUEST id=1, [ Capabilities: INTERNET&NOT_RESTRICTED&TRUSTED&NOT_VPN&NOT_VCN_MANAGED RequestorUid: 1000 RequestorPkg: android UnderlyingNetworks: Null] ]
      NetworkRequest [ LISTEN id=98, [ Capabilities: NOT_RESTRICTED&TRUSTED&NOT_VPN&VALIDATED&NOT_VCN_MANAGED Forbidden: LOCAL_NETWORK Uid: 1001 RequestorUid: 1001 RequestorPkg: com.android.ons UnderlyingNetworks: Null] ]
      NetworkRequest [ LISTEN id=123, [ Transports: CELLULAR|WIFI|ETHERNET|VPN Capabilities: INTERNET RequestorUid: 10307 RequestorPkg: com.example.reader UnderlyingNetworks: Null] ]
`

function agentsOf({ network }: PhoneState): readonly Agent[] {
  const { transport } = network
  if (transport === 'none' || (network.airplane && transport === 'cellular')) return []
  const name = transport.toUpperCase()
  const below: Agent = { id: 100, transports: name, isVpn: false }
  return network.vpn ? [below, { id: 101, transports: `${name}|VPN`, isVpn: true }] : [below]
}

function capabilities(agent: Agent, { network }: PhoneState): string {
  return [
    network.transport === 'cellular' ? 'MMS&SUPL' : 'NOT_METERED',
    'INTERNET&NOT_RESTRICTED&TRUSTED',
    agent.isVpn ? '' : 'NOT_VPN',
    network.validated ? 'VALIDATED' : '',
    network.captivePortal ? 'CAPTIVE_PORTAL' : '',
    'NOT_ROAMING&FOREGROUND&NOT_CONGESTED&NOT_SUSPENDED&NOT_VCN_MANAGED',
  ]
    .filter((name) => name !== '')
    .join('&')
}

function linkProperties(agent: Agent, { network }: PhoneState): string {
  const wireless = agent.isVpn ? 'tun0' : interfaces[network.transport]
  const servers = network.dnsServers.map((server) => `/${server}`).join(',')
  const { mode, host } = network.privateDns
  const privateDns = mode === 'hostname' ? ` UsePrivateDns: true PrivateDnsServerName: ${host ?? ''}` : ''
  const [proxyHost, proxyPort] = network.proxy?.split(':') ?? []
  const proxy = proxyHost === undefined ? '' : ` HttpProxy: [${proxyHost}] ${proxyPort ?? ''}`
  return `{{InterfaceName: ${wireless} LinkAddresses: [ 192.168.1.54/24 ] DnsAddresses: [ ${servers} ]${privateDns} Domains: null MTU: 0 TcpBufferSizes: 524288,1048576,16777216,262144,524288,16777216 Routes: [ 192.168.1.0/24 -> 0.0.0.0 ${wireless} mtu 0,0.0.0.0/0 -> 192.168.1.1 ${wireless} mtu 0 ]${proxy}}}`
}

const interfaces = { wifi: 'wlan0', cellular: 'rmnet_data0', ethernet: 'eth0', none: 'lo' } as const

function agentLine(agent: Agent, state: PhoneState): string {
  const { network } = state
  const kind = agent.isVpn ? 'VPN' : network.transport === 'cellular' ? 'MOBILE[LTE]' : agent.transports
  const transportInfo =
    !agent.isVpn && network.transport === 'wifi' ? ` TransportInfo: <${wifiInfo(state)}>` : ''
  const scores = network.validated ? '&EVER_VALIDATED&IS_VALIDATED' : ''
  return `  NetworkAgentInfo{network{${String(agent.id)}}  handle{432902426637}  ni{${kind} CONNECTED extra: } created=2026-05-04T20:57:59.102Z Score(Policies : ${agent.isVpn ? 'IS_VPN' : 'TRANSPORT_PRIMARY'}&EVER_EVALUATED&IS_UNMETERED${scores} ; KeepConnected : 0)  created 34031${network.validated ? ' firstValidated 34551 lastValidated 34551' : ''} ${network.captivePortal ? ' captivePortal' : ''} lp${linkProperties(agent, state)}  nc{[ Transports: ${agent.transports} Capabilities: ${capabilities(agent, state)} LinkUpBandwidth>=22025Kbps LinkDnBandwidth>=68112Kbps${transportInfo} SignalStrength: -46 OwnerUid: 1000 AdminUids: [1000] UnderlyingNetworks: Null]}  factorySerialNumber=7}`
}

/** Before Android 11: AOSP NetworkAgentInfo.toString() of Android 8 and 9. */
function oldAgentLine(agent: Agent, state: PhoneState): string {
  const { network } = state
  const kind = agent.isVpn ? 'VPN' : network.transport === 'cellular' ? 'MOBILE' : agent.transports
  const detail = network.transport === 'cellular' && !agent.isVpn ? 'LTE' : ''
  const portal = String(network.captivePortal)
  return `  NetworkAgentInfo{ ni{[type: ${kind}[${detail}], state: CONNECTED/CONNECTED, reason: (unspecified), extra: "${network.wifiName}", failover: false, available: true, roaming: false]}  network{${String(agent.id)}}  nethandle{432902426637}  lp${linkProperties(agent, state)}  nc{[ Transports: ${agent.transports} Capabilities: ${capabilities(agent, state).replaceAll(/&(NOT_ROAMING|NOT_CONGESTED|NOT_SUSPENDED|NOT_VCN_MANAGED)/g, '')} LinkUpBandwidth>=1048576Kbps LinkDnBandwidth>=1048576Kbps SignalStrength: -46]}  Score{60}  everValidated{${String(network.validated)}}  lastValidated{${String(network.validated)}}  created{true} lingering{false} explicitlySelected{false} acceptUnvalidated{false} everCaptivePortalDetected{${portal}} lastCaptivePortalDetected{${portal}} }`
}
