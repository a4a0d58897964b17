import type { PhoneState } from '../state.ts'

/** Cut to what a reader may look for; form of the Android 10 capture. 0 is in service, 1 out of service, 3 radio off. */
export function dumpTelephony({ network, properties }: PhoneState): string {
  const loaded = (properties['gsm.sim.state'] ?? '').includes('LOADED')
  const registration = network.airplane ? '3(POWER_OFF)' : loaded ? '0(IN_SERVICE)' : '1(OUT_OF_SERVICE)'
  const operator = properties['gsm.sim.operator.alpha']?.split(',')[0] ?? ''
  return `last known state:
  Phone Id=0
    mCallState=0
    mRingingCallState=0
    mCallIncomingNumber=
    mServiceState={mVoiceRegState=${registration}, mDataRegState=${registration}, mChannelNumber=-1, duplexMode()=0, mCellBandwidths=[], mOperatorAlphaLong=${operator}, mOperatorAlphaShort=${operator}, isManualNetworkSelection=false(automatic), getRilVoiceRadioTechnology=14(LTE), getRilDataRadioTechnology=14(LTE), mIsEmergencyOnly=false}
    mVoiceActivationState= 0
    mDataActivationState= 0
    mUserMobileDataState= ${String(network.transport === 'cellular')}
    mDataConnectionState=${network.transport === 'cellular' ? '2' : '0'}
    mCellLocation=null
`
}
