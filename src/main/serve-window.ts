import { protocol, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const SCHEME = 'app'
const HOST = 'benchside'
export const START_PAGE = `${SCHEME}://${HOST}/index.html`

export const isOwnPage = (address: string): boolean => {
  try {
    const { protocol: scheme, host } = new URL(address)
    return scheme === `${SCHEME}:` && host === HOST
  } catch {
    return false
  }
}

/** Nothing is loaded from anywhere but the window's own files; no inline script or style, no frames, no forms. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** The file that an address asks for, inside `folder`, or null for anything else: other hosts, ways out, unknown kinds. */
export const fileFor = (address: string, folder: string): string | null => {
  let url: URL
  let path: string
  try {
    url = new URL(address)
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (url.protocol !== `${SCHEME}:` || url.host !== HOST) return null
  if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return null
  if (KINDS[extname(path)] === undefined) return null
  const file = normalize(join(folder, path))
  return file.startsWith(folder + sep) ? file : null
}

/** Has to be called before the app is ready. */
export const declareScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

export const serveWindow = (session: Session, folder: string): void => {
  session.protocol.handle(SCHEME, async (request) => {
    const file = fileFor(request.url, folder)
    const refuse = (status: number): Response => new Response(null, { status })
    if (file === null) return refuse(400)
    try {
      const body = await readFile(file)
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': KINDS[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      })
    } catch {
      return refuse(404)
    }
  })
}
