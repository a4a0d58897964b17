import { LOG_ERRORS, type LogError } from './observation.ts'

/**
 * What names each error in a log: exceptions of the JDK, of Conscrypt and BouncyCastle as Android carries them, of
 * OkHttp, and errno names. UnknownHostException seldom comes with a trace: android.util.Log leaves those out. The texts
 * in quotes at the end are Xiaomi's own (MiPassportLoginFuture, LoginUIController, as decompiled in public repositories).
 */
const NAMES: Readonly<Record<LogError, RegExp>> = {
  'certificate-not-yet-valid': /CertificateNotYetValidException|Certificate not valid until/u,
  'certificate-expired': /CertificateExpiredException|Certificate expired at/u,
  'certificate-other-name': /SSLPeerUnverifiedException|Hostname \S{1,200} not verified/u,
  'certificate-untrusted': /Trust anchor for certification path not found|CertPathValidatorException/u,
  'unknown-host': /UnknownHostException|Unable to resolve host|No address associated with hostname/u,
  unreachable: /NoRouteToHostException|ENETUNREACH|EHOSTUNREACH|Network is unreachable/u,
  timeout: /SocketTimeoutException|ConnectTimeoutException|ETIMEDOUT|connect timed out/u,
  refused: /ECONNREFUSED|Connection refused/u,
  'secure-connection': /SSL(?:Handshake|Protocol|Key)?Exception|time or network error/u,
  dropped: /ECONNRESET|Connection reset|unexpected end of stream/u,
  'device-id': /device id should not be null/u,
  'no-such-user': /^nonExist user name|InvalidUserNameException/u,
  'access-denied': /^access denied|AccessDeniedException/u,
  'network-error': /^network error|\bConnectException/u,
}

/** How telling the error in this message is: its place in the list, the smaller the more; null where there is none. */
export const errorIn = (message: string): number | null => {
  const place = LOG_ERRORS.findIndex((error) => NAMES[error].test(message))
  return place < 0 ? null : place
}
