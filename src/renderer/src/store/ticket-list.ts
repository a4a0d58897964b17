import type { TicketLineView, TicketPageView, TicketView } from '../../../contract/views.ts'
import type { CloseResult, TicketState } from '../../../core/ticket.ts'

/** So many lines come at once. */
export const PAGE = 50
/** Pages that are kept; a list of a million lines is never here as a whole. */
const KEPT = 80

/** What the list is asked for. */
export type TicketQuestion = {
  readonly search: string
  readonly state: TicketState | null
  readonly result: CloseResult | null
  /** True: only on training phones; false: only on real ones. */
  readonly training: boolean | null
}

export const EVERY_TICKET: TicketQuestion = { search: '', state: null, result: null, training: null }

export const isNarrowed = ({ state, result, training }: TicketQuestion): boolean =>
  state !== null || result !== null || training !== null

/** A list that is being looked at: how long it is, and the pages of it that were needed so far. */
export type TicketList = {
  readonly question: TicketQuestion
  /** As many as there are, or, where nobody has counted to the end, as are known. */
  readonly total: number
  readonly isWhole: boolean
  readonly pages: Readonly<Record<number, readonly TicketLineView[]>>
  /** Where a page begins, for those that follow one which was here. */
  readonly starts: Readonly<Record<number, number | null>>
}

/** How many lines there are to scroll through: of a list that was not counted, one page more than is known. */
export const lengthOf = ({ total, isWhole, pages, starts }: TicketList): number => {
  if (isWhole) return total
  const [last = 0] = Object.keys(starts)
    .map(Number)
    .toSorted((one, other) => other - one)
  const lines = pages[last]?.length ?? PAGE
  return last * PAGE + lines
}

export const lineAt = (list: TicketList, index: number): TicketLineView | null =>
  list.pages[Math.floor(index / PAGE)]?.[index % PAGE] ?? null

export const firstPage = (question: TicketQuestion, page: TicketPageView): TicketList => ({
  question,
  total: page.total,
  isWhole: page.isWhole,
  pages: { 0: page.lines },
  starts: { 0: null, ...(page.next !== null && { 1: page.next }) },
})

/** The pages nearest to the one that came last. */
const nearest = (pages: TicketList['pages'], to: number): TicketList['pages'] => {
  const kept = Object.keys(pages)
    .map(Number)
    // The first one says where the list begins.
    .toSorted((one, other) => (one === 0 ? -1 : other === 0 ? 1 : Math.abs(one - to) - Math.abs(other - to)))
    .slice(0, KEPT)
  return Object.fromEntries(kept.map((each) => [each, pages[each] ?? []]))
}

export const withPage = (list: TicketList, at: number, page: TicketPageView): TicketList => ({
  ...list,
  pages: nearest({ ...list.pages, [at]: page.lines }, at),
  starts: { ...list.starts, ...(page.next !== null && { [at + 1]: page.next }) },
})

/** A ticket that was changed, in its line. */
export const withTicket = (list: TicketList, ticket: TicketView): TicketList => {
  const changed = (line: TicketLineView): TicketLineView =>
    line.id === ticket.id
      ? {
          ...line,
          state: ticket.state,
          waiting: ticket.waiting,
          result: ticket.result,
          workedFix: ticket.workedFix,
          workedTogether: ticket.workedTogether,
          customer: { name: ticket.customer.name, phone: ticket.customer.phone },
          model: ticket.device?.model ?? line.model,
        }
      : line
  const pages = Object.entries(list.pages).map(
    ([at, lines]) => [at, lines.some(({ id }) => id === ticket.id) ? lines.map(changed) : lines] as const,
  )
  return { ...list, pages: Object.fromEntries(pages) }
}
