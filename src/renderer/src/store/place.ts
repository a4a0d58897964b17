import type { Failure } from '../../../core/failure.ts'
import type { Change } from './slice.ts'

export const PAGES = ['counter', 'tickets', 'knowledge', 'reports', 'settings'] as const
export type Page = (typeof PAGES)[number]

/** Where in the window: a page, and the ticket opened on the Tickets page. Kept in the address after "#/". */
export type Place = {
  readonly page: Page
  readonly ticketId: string | null
  /** A customer or a phone, on the Tickets page too. */
  readonly about?: { readonly kind: 'customer' | 'device'; readonly id: string }
}

export type PlaceSlice = {
  readonly place: Place
  /** Said once to everybody, also to those who hear the screen. */
  readonly notice: string
  /** Whether it says that something did not go well. */
  readonly noticeIsTrouble: boolean
  readonly startFailure: Failure | null
  readonly go: (place: Place) => void
  readonly tell: (notice: string, isTrouble?: boolean) => void
  readonly failStart: (failure: Failure | null) => void
}

const isPage = (name: string): name is Page => PAGES.some((page) => page === name)

export const placeOf = (hash: string): Place => {
  const [page = '', ticketId, id] = hash.replace(/^#\//u, '').split('/')
  if (!isPage(page)) return { page: 'counter', ticketId: null }
  if (page === 'tickets' && (ticketId === 'customer' || ticketId === 'device') && id)
    return { page, ticketId: null, about: { kind: ticketId, id: decodeURIComponent(id) } }
  return { page, ticketId: page === 'tickets' && ticketId ? decodeURIComponent(ticketId) : null }
}

export const hashOf = ({ page, ticketId, about }: Place): string => {
  if (about) return `#/${page}/${about.kind}/${encodeURIComponent(about.id)}`
  return ticketId === null ? `#/${page}` : `#/${page}/${encodeURIComponent(ticketId)}`
}

export const placeSlice = (set: Change<PlaceSlice>): PlaceSlice => ({
  place: { page: 'counter', ticketId: null },
  notice: '',
  noticeIsTrouble: false,
  startFailure: null,
  go: (place) => {
    set({ place })
  },
  tell: (notice, noticeIsTrouble = false) => {
    set({ notice, noticeIsTrouble })
  },
  failStart: (startFailure) => {
    set({ startFailure })
  },
})
