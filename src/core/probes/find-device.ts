import type { Probe } from './probe.ts'
import { switchReading } from './switch-reading.ts'

/** LOCK_SYS_SETTING of Xiaomi's FindDeviceStatusManager; "0" on an unlocked phone (HyperOS 2, pipa). */
export const findDeviceProbe: Probe = {
  needs: ['settings'],
  gives: ['findDevice.locked'],
  read: (sections) => ({
    'findDevice.locked': switchReading(
      sections,
      'com.xiaomi.system.devicelock.locked',
      'The phone keeps no mark of a Find Device lock.',
    ),
  }),
}
