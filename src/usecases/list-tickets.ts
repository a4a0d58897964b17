import type { TicketLineView, TicketListView, TicketPageView } from '../contract/views.ts'
import { done, type Answer } from '../core/failure.ts'
import { findFix, findSymptom } from '../core/knowledge/find.ts'
import { textIn } from '../core/knowledge/text.ts'
import { isMarked } from '../core/search/marks.ts'
import { meantBy } from '../core/search/meant-by.ts'
import { snippet } from '../core/search/snippet.ts'
import { workedFixes } from '../core/worked-fixes.ts'
import type { Store, TicketPageQuery, TicketQuery, TicketRow } from '../storage/store.ts'
import { rowView, type Speech } from './ticket-view.ts'

type Asked = Omit<TicketQuery, 'meant'>
type AskedPage = Omit<TicketPageQuery, 'meant'>
type Searched = Pick<Speech, 'knowledge' | 'language'>

/** Whole tickets, counted to the end, for the terminal. */
export const listTickets = async (
  store: Store,
  query: Asked,
  { knowledge, language }: Searched,
): Promise<Answer<TicketListView>> => {
  const found = await store.tickets({ ...query, meant: meantBy(query.search, knowledge, language) })
  return found.ok ? done({ total: found.value.total, tickets: found.value.tickets.map(rowView) }) : found
}

/** So much of a serial is told: enough to tell two phones apart. */
const SERIAL_END = 4

const titlesOf = (row: TicketRow, { knowledge, language }: Searched) => [
  ...row.fixes.flatMap((id) => {
    const fix = findFix(knowledge, id)
    // What worked stands in the line anyway.
    return fix && !workedFixes(row).includes(id)
      ? [{ where: 'fix' as const, text: textIn(fix.title, language) }]
      : []
  }),
  ...row.symptoms.flatMap((id) => {
    const symptom = findSymptom(knowledge, id)
    return symptom ? [{ where: 'symptom' as const, text: textIn(symptom.title, language) }] : []
  }),
]

/** Why a ticket is in the list, where its line does not show it. */
const foundIn = (row: TicketRow, search: string, speech: Searched): TicketLineView['found'] => {
  if (search.trim() === '') return null
  const shown = [row.number, row.customerName, row.customerPhone, row.model ?? '']
  for (const id of workedFixes(row)) {
    const worked = findFix(speech.knowledge, id)
    if (worked) shown.push(textIn(worked.title, speech.language))
  }
  const said = snippet(row.said, search)
  if (said !== null) return { where: 'said', text: said }
  if (shown.some((text) => isMarked(text, search))) return null
  if (isMarked(row.serial, search)) return { where: 'serial', text: row.serial }
  return titlesOf(row, speech).find(({ text }) => isMarked(text, search)) ?? null
}

const lineView = (row: TicketRow, search: string, speech: Searched): TicketLineView => ({
  id: row.id,
  sequence: row.sequence,
  number: row.number,
  state: row.state,
  waiting: row.waiting,
  result: row.result,
  openedAt: row.openedAt,
  training: row.training,
  workedFix: row.workedFix,
  workedTogether: row.workedTogether,
  customer: { name: row.customerName, phone: row.customerPhone },
  model: row.model,
  serialEnd: row.serial === '' ? null : row.serial.slice(-SERIAL_END),
  found: foundIn(row, search, speech),
})

/** A page of the list in the window. */
export const pageOfTickets = async (
  store: Store,
  query: AskedPage,
  speech: Searched,
): Promise<Answer<TicketPageView>> => {
  const meant = meantBy(query.search, speech.knowledge, speech.language)
  const page = await store.ticketPage({ ...query, meant })
  if (!page.ok) return page
  const { rows, total, isWhole, next } = page.value
  return done({ lines: rows.map((row) => lineView(row, query.search, speech)), total, isWhole, next })
}
