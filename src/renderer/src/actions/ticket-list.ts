import type { TicketPageView } from '../../../contract/views.ts'
import { done, type Answer } from '../../../core/failure.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { EVERY_TICKET, firstPage, PAGE, withPage, type TicketQuestion } from '../store/ticket-list.ts'
import { goTo } from './place.ts'

/** The contract takes no more. */
const LONGEST_SEARCH = 200

type From = { readonly before: number | null; readonly skip: number }

const askPage = (question: TicketQuestion, from: From, limit: number): Promise<Answer<TicketPageView>> =>
  ask('ticket.page', { ...question, search: question.search.trim().slice(0, LONGEST_SEARCH), ...from, limit })

/** Where hardly anything matches, a page comes in pieces, so that nothing else waits for it. */
const wholePage = async (
  question: TicketQuestion,
  from: From,
  isWanted: () => boolean,
): Promise<Answer<TicketPageView>> => {
  let page = await askPage(question, from, PAGE)
  while (page.ok && page.value.next !== null && page.value.lines.length < PAGE && isWanted()) {
    const { lines, total, next } = page.value
    const more = await askPage(question, { before: next, skip: 0 }, PAGE - lines.length)
    if (!more.ok) return more
    page = done({ ...more.value, lines: [...lines, ...more.value.lines], total: total + more.value.total })
  }
  return page
}

let wanted: TicketQuestion | null = null
let asking: Promise<Answer<null>> | null = null

const isWanted = (question: TicketQuestion) => (): boolean => wanted === question

const askLatest = async (): Promise<Answer<null>> => {
  for (;;) {
    const question = wanted
    if (question === null) return done(null)
    const answer = await wholePage(question, { before: null, skip: 0 }, isWanted(question))
    if (wanted !== question) continue
    wanted = null
    if (!answer.ok) return answer
    useStore.getState().showTicketList(firstPage(question, answer.value))
  }
}

/** Lists tickets as fast as they are asked for: while one question is under way only the newest of the others waits. */
export const listTickets = (question: TicketQuestion): Promise<Answer<null>> => {
  wanted = question
  asking ??= askLatest().finally(() => {
    asking = null
  })
  return asking
}

const isShown = (question: TicketQuestion) => (): boolean =>
  useStore.getState().ticketList?.question === question

const coming = new Set<number>()

/** Gets the pages that hold these lines, each once. */
export const loadLines = async (first: number, last: number): Promise<Answer<null>> => {
  for (let at = Math.floor(first / PAGE); at <= Math.floor(last / PAGE); at += 1) {
    const list = useStore.getState().ticketList
    if (list === null || list.pages[at] !== undefined || coming.has(at)) continue
    const start = list.starts[at]
    const newest = list.pages[0]?.[0]?.sequence
    if (start === undefined && (!list.isWhole || newest === undefined)) continue
    // Counted from the ticket that was the newest then, so that one that was opened since moves nothing.
    const from =
      start === undefined ? { before: (newest ?? 0) + 1, skip: at * PAGE } : { before: start, skip: 0 }
    coming.add(at)
    try {
      const answer = await wholePage(list.question, from, isShown(list.question))
      if (!answer.ok) return answer
      const now = useStore.getState().ticketList
      if (now?.question === list.question) useStore.getState().showTicketList(withPage(now, at, answer.value))
    } finally {
      coming.delete(at)
    }
  }
  return done(null)
}

/** A scanned code or a whole number leads straight to its ticket. */
export const openOnlyMatch = async (search: string): Promise<void> => {
  if (search.trim() === '') return
  const { filters } = useStore.getState()
  const answer = await askPage({ ...EVERY_TICKET, ...filters, search }, { before: null, skip: 0 }, 2)
  if (!answer.ok || answer.value.next !== null) return
  const [only, ...others] = answer.value.lines
  if (only && others.length === 0) goTo({ page: 'tickets', ticketId: only.id })
}
