import { session, type Session } from 'electron'
import { denyPermissions } from './deny-permissions.ts'
import { START_PAGE } from './serve-window.ts'

/** Its own style and nothing else: no script, nothing that is loaded. */
const SHEET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The pages that are being laid out now, by address. */
const pages = new Map<string, string>()

const answer = (address: string): Response => {
  const html = pages.get(address)
  if (html === undefined) return new Response(null, { status: 404 })
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': SHEET_POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

let own: Session | null = null

/** Apart from the window's and in memory alone: no address leads out of it, and what it holds is gone with it. */
export const sheetSession = (): Session => {
  if (own !== null) return own
  own = session.fromPartition('sheet', { cache: false })
  denyPermissions(own)
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !pages.has(url) }))
  own.protocol.handle('app', ({ url }) => answer(url))
  return own
}

let count = 0

/** An address for a page, until `forget`; under the window's own host, since no page of ours may go to any other. */
export const servePage = (html: string): { readonly address: string; readonly forget: () => void } => {
  count += 1
  const address = new URL(`/sheet-${String(count)}.html`, START_PAGE).href
  pages.set(address, html)
  return { address, forget: () => void pages.delete(address) }
}
