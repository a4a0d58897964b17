/** A line as `logcat -v time` prints it, by default a second into the watch. */
export const line = (tag: string, message: string, time = '14:03:22.123', level = 'I'): string =>
  `11-23 ${time} ${level}/${tag.padEnd(8)}( 4242): ${message}\n`

export const SINCE_LINE = 'since 11-23 14:03:00\n'

type Sample = {
  readonly name: string
  readonly lines: readonly string[]
  readonly messages: readonly string[]
  readonly says: readonly string[]
}

const sample = (name: string, tag: string, messages: readonly string[], says: readonly string[]): Sample => ({
  name,
  lines: messages.map((message) => line(tag, message)),
  messages,
  says,
})

/**
 * No public logcat of a refused sign-in holds these lines. "after the source": made up after the string constants of
 * the account SDK as decompiled in public repositories; "public": the messages are those of a public report, put under
 * a tag of the client.
 */
export const SAMPLES: readonly Sample[] = [
  sample(
    'refused, after the source (XMPassport.processLoginContent)',
    'XMPassport',
    ['processLoginContent, code: 70016, desc: 登录验证失败'],
    ['sign-in:70016'],
  ),
  sample(
    'identity check, after the source',
    'XMPassport',
    ['processLoginContent, code: 0, desc: 成功', 'securityStatus: 16'],
    ['sign-in:0', 'security-status:16'],
  ),
  sample(
    'unlock status, public (sunstone, HyperOS 2.0: the answer to a bind request)',
    'CloudDeviceStatus',
    ['{', '  "code": 30001,', '  "description": "绑定失败，请前往小米社区内测中心申请授权后重试",', '}'],
    ['binding:30001'],
  ),
  sample(
    'clock behind, public (Amab/SWADroid#130, Android 2.3)',
    'PassportLoginRequest',
    [
      'javax.net.ssl.SSLHandshakeException: current time: Sun Jan 01 01:04:42 GMT+01:00 2012, validation time: Mon Nov 05 01:00:00 GMT+01:00 2012',
      'Caused by: java.security.cert.CertificateNotYetValidException: current time: Sun Jan 01 01:04:42',
    ],
    ['certificate-not-yet-valid'],
  ),
  sample(
    'chain refused, public (TeamNewPipe/NewPipe#13607, Conscrypt)',
    'PassportLoginRequest',
    [
      'javax.net.ssl.SSLHandshakeException: Chain validation failed',
      '\tat com.android.org.conscrypt.SSLUtils.toSSLHandshakeException(SSLUtils.java:363)',
      'Caused by: java.security.cert.CertificateException: Chain validation failed',
    ],
    ['secure-connection'],
  ),
  sample(
    'expired, after AOSP (OpenSSLX509Certificate.checkValidity)',
    'PassportLoginRequest',
    ['java.security.cert.CertificateExpiredException: Certificate expired at Sun Nov 01 00:00:00 GMT 2026'],
    ['certificate-expired'],
  ),
  sample(
    'a proxy’s own certificate, after AOSP (TrustManagerImpl)',
    'PassportLoginRequest',
    ['java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.'],
    ['certificate-untrusted'],
  ),
  sample(
    'another host’s certificate, after OkHttp (RealConnection)',
    'PassportLoginRequest',
    ['javax.net.ssl.SSLPeerUnverifiedException: Hostname account.xiaomi.com not verified:'],
    ['certificate-other-name'],
  ),
  sample(
    'name not found, after AOSP (InetAddress.lookupHostByName)',
    'SyncServerTimeExecutor',
    [
      'java.net.UnknownHostException: Unable to resolve host "account.xiaomi.com": No address associated with hostname',
    ],
    ['unknown-host'],
  ),
  sample(
    'no answer, after AOSP (IoBridge.connect) and OkHttp',
    'XMPassport',
    [
      'java.net.SocketTimeoutException: failed to connect to account.xiaomi.com/20.47.97.231 (port 443) after 10000ms',
    ],
    ['timeout'],
  ),
  sample(
    'refused connection, after AOSP (IoBridge.connect)',
    'XMPassport',
    [
      'java.net.ConnectException: failed to connect to /127.0.0.1 (port 443): connect failed: ECONNREFUSED (Connection refused)',
    ],
    ['refused'],
  ),
  sample(
    'no way there, after AOSP',
    'XMPassport',
    ['java.net.ConnectException: connect failed: ENETUNREACH (Network is unreachable)'],
    ['unreachable'],
  ),
  sample(
    'cut, after AOSP and OkHttp (Http1Codec)',
    'XMPassport',
    ['java.io.IOException: unexpected end of stream on Connection'],
    ['dropped'],
  ),
  sample(
    'time or network, after the source (MiPassportLoginFuture)',
    'MiPassportUIController',
    ['javax.net.ssl.SSLException: time or network error'],
    ['secure-connection'],
  ),
  sample(
    'no device id, after the source (MiPassportLoginFuture)',
    'HashedDeviceIdUtil',
    ['device id should not be null'],
    ['device-id'],
  ),
  sample('no such user, after the source', 'LoginUIController', ['nonExist user name'], ['no-such-user']),
  sample('403, after the source', 'LoginUIController', ['access denied'], ['access-denied']),
  sample('network error, after the source', 'LoginUIController', ['network error'], ['network-error']),
  sample(
    'of another app, public (koush/ion#858)',
    'System.err',
    ['javax.net.ssl.SSLHandshakeException: Chain validation failed'],
    [],
  ),
  sample(
    'the sign-in’s form under another tag, made up',
    'OtherApp',
    ['processLoginContent, code: 70016, desc: x'],
    [],
  ),
  sample('other words of the client, made up', 'UserEnvironment', ['wifi list changed', 'code: 70016'], []),
]
