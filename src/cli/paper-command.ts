import { done, failed, type Answer } from '../core/failure.ts'
import { PAPER_KINDS, PAPER_SIZES, SIZES_OF } from '../core/paper/paper.ts'
import { saveWhole } from '../device/whole-file.ts'
import type { TicketDesk } from '../usecases/show-ticket.ts'
import { ticketPaper } from '../usecases/ticket-paper.ts'
import type { Printed } from './phone-commands.ts'
import { oneOf, type Line } from './words.ts'

/** One of a ticket's papers as the page that the window prints; a terminal has no printing of its own. */
export const paper = async (desk: TicketDesk, id: string, { values }: Line): Promise<Answer<Printed>> => {
  const kind = oneOf('kind', values.kind, PAPER_KINDS)
  if (!kind.ok) return kind
  const size = oneOf('size', values.size ?? SIZES_OF[kind.value][0], PAPER_SIZES)
  if (!size.ok) return size
  if (values.html === undefined)
    return failed('input.invalid', { field: '--html', why: 'name the file for it' })
  const made = await ticketPaper(desk, { id, kind: kind.value, size: size.value })
  if (!made.ok) return made
  const why = await saveWhole(values.html, made.value.html)
  if (why !== null) return failed('paper.unsaved', { file: values.html, why })
  return done({ json: { file: values.html }, text: `${made.value.number}: ${values.html}` })
}
