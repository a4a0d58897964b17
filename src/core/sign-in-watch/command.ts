/**
 * The tags of the account client (TAG constants of Xiaomi's account SDK and of MIUI Settings, as decompiled in public
 * repositories); no other line of the log leaves the phone. Longer ones are cut at 23 letters by old Androids.
 */
export const WATCHED_TAGS = [
  'XMPassport',
  'PassportLoginRequest',
  'LoginUIController',
  'MiPassportUIController',
  'PhoneLoginController',
  'ServiceTokenUtilMiui',
  'AccountServerTimeCompu',
  'AccountServerTimeComput',
  'AccountServerTimeComputer',
  'SyncServerTimeExecutor',
  'FidNonce',
  'HashedDeviceIdUtil',
  'UserEnvironment',
  'PassportCATokenManager',
  'InNetDateController',
  'CloudDeviceStatus',
] as const

/** Lines of the command's own, which no line of a log looks like. */
export const SINCE = 'since '
export const ENDED = 'log ended'

const FILTER = `-s ${WATCHED_TAGS.map((tag) => `${tag}:V`).join(' ')}`

/**
 * Follows the phone's log from now on, until it is stopped. "-T 1" begins with the newest line; Android 4.4 knows only
 * to begin with the oldest, so what was logged before the time printed first is passed over by whoever reads this.
 * The trap is for Androids whose adbd ends the shell alone: no logcat stays behind on the phone.
 */
export const WATCH_COMMAND = `trap 'kill $p; exit' HUP TERM
date '+${SINCE}%m-%d %H:%M:%S'
logcat -v time -T 1 ${FILTER} 2>/dev/null & p=$!
wait $p || { logcat -v time ${FILTER} 2>/dev/null & p=$!; wait $p; }
echo '${ENDED}'`
