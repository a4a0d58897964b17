import type { PhoneState } from '../state.ts'

/** Numbers of BatteryManager: 2 charging, 3 discharging, 5 full. */
const statusNumbers = { charging: 2, discharging: 3, full: 5 } as const

export function dumpBattery({ battery }: PhoneState): string {
  return `Current Battery Service state:
  AC powered: false
  USB powered: ${String(battery.status !== 'discharging')}
  Wireless powered: false
  Max charging current: 500000
  Max charging voltage: 5000000
  Charge counter: ${String(battery.level * 50_000)}
  status: ${String(statusNumbers[battery.status])}
  health: 2
  present: true
  level: ${String(battery.level)}
  scale: 100
  voltage: 4204
  temperature: 312
  technology: Li-poly
`
}
