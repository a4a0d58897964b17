import { measured, type Reading } from '../reading.ts'
import { cleanDeviceText, type DeviceText } from '../device-text.ts'
import type { Probe } from './probe.ts'
import { noProperty, propertiesOf, type Properties } from './properties.ts'

/** Android's own words, one a slot: "LOADED,ABSENT". A tablet without a modem has no such property. */
const state = (properties: Properties): Reading<DeviceText> => {
  const slots = (properties.get('gsm.sim.state') ?? '').split(',').map((slot) => slot.trim())
  const text = cleanDeviceText(slots.filter(Boolean).join(','))
  return text === ''
    ? noProperty(properties, 'gsm.sim.state', 'The phone reports no SIM slot.')
    : measured(text, 'getprop gsm.sim.state')
}

export const simProbe: Probe = {
  needs: ['getprop'],
  gives: ['sim.state'],
  read: (sections) => ({ 'sim.state': state(propertiesOf(sections)) }),
}
