/**
 * Hosts that a sign-in needs, as the reports name them (hagezi/dns-blocklists#931, xiaomi-dns-blocklist#7 #44,
 * xiaomi_miot_raw#371), and connect.rom.miui.com, MIUI's own connectivity check: it tells "nothing resolves" from
 * "this one is blocked".
 */
export const SIGN_IN_HOSTS = [
  'account.xiaomi.com',
  'api.account.xiaomi.com',
  'c.id.mi.com',
  'find.api.micloud.xiaomi.net',
  'us.find.api.micloud.xiaomi.net',
  'in.find.api.micloud.xiaomi.net',
  'sgpac.account.xiaomi.com',
  'cdn.cnbj1.fds.api.mi-img.com',
  'api.device.xiaomi.net',
  'connect.rom.miui.com',
] as const

/**
 * All hosts side by side, about 4 s in the worst case; each job prints one line with one echo (under 4096 bytes a
 * write to a pipe is not torn, POSIX), so that lines never mix.
 *
 * - ping is on every Android since 4.0; "-c 1 -W 2" is known to iputils (to Android 9) and to toybox (10 and later).
 *   The name look-up before it has no limit of its own (the resolver of Android gives up after 5 s and more a server):
 *   `timeout` (toybox, Android 6 and later) bounds it; without `timeout` the limit of the stream does.
 * - No answer to a ping is no proof, many hosts and hotspots drop ICMP: then a TCP connection to port 443 is tried,
 *   where nc exists (toybox netcat, Android 6 and later on most phones). nc sends nothing: its input is empty.
 * - `set -f` and unquoted $p: the words of ping on one line, without file names being put in for "*".
 * - "++" parts the words of ping from those of nc.
 */
export const HOSTS_COMMAND = `(
set -f
if command -v timeout >/dev/null 2>&1; then t='timeout 4'; u='timeout 3'; else t=; u=; fi
if command -v nc >/dev/null 2>&1; then c=nc; else c=; fi
for h in ${SIGN_IN_HOSTS.join(' ')}; do
(
p=$($t ping -c 1 -W 2 $h 2>&1 </dev/null)
r=$?
n=-
q=
if [ $r -ne 0 ] && [ $r -ne 124 ] && [ $r -ne 143 ] && [ -n "$c" ]; then
q=$($u nc -w 2 $h 443 2>&1 >/dev/null </dev/null)
n=$?
fi
echo host $h ping=$r nc=$n $p ++ $q
) &
done
wait
)`
