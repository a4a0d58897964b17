import type { PhoneState } from '../state.ts'

/** Form of AOSP's DevicePolicyManagerService.dump and Owners.dump. */
export function dumpDevicePolicy({ deviceOwner }: PhoneState): string {
  const owner =
    deviceOwner === null
      ? ''
      : `  Device Owner: 
    admin=ComponentInfo{${componentOf(deviceOwner)}}
    name=
    package=${packageOf(deviceOwner)}
    isOrganizationOwnedDevice=true
    User ID: 0

`
  return `Current Device Policy Manager state:
  Immutable state:
    mHasFeature=true
    mIsWatch=false
    mIsAutomotive=false
    mHasTelephonyFeature=true
    mSafetyChecker=null
${owner}  Enabled Device Admins (User 0, provisioningState: ${deviceOwner === null ? '0' : '3'}):

  Encryption Status: per-user
`
}

/** `dpm list-owners`, Android 12 and newer. */
export function listOwners({ deviceOwner }: PhoneState): string {
  if (deviceOwner === null) return 'no owners\n'
  return `1 owner:\nUser  0: admin=${componentOf(deviceOwner)},DeviceOwner\n`
}

function packageOf(owner: string): string {
  return owner.split('/')[0] ?? owner
}

function componentOf(owner: string): string {
  return owner.includes('/') ? owner : `${owner}/${owner}.AdminReceiver`
}
