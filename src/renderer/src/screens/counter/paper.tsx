import type { ReactNode } from 'react'
import { loadPaperSizes } from '../../actions/paper.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { done } from '../../../../core/failure.ts'
import { PAPER_KINDS } from '../../../../core/paper/paper.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useLoaded } from '../../parts/use-loaded.ts'
import { say } from '../../words.ts'
import { PaperLine } from './paper-line.tsx'
import css from './paper.module.css'

/** What can be printed of a ticket; each kind in the size that it was last printed in. */
export const Paper = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { value: sizes, failure, change } = useLoaded(loadPaperSizes)
  return (
    <section aria-label={say('screen.paper.region', { number: ticket.number })} className={css['paper']}>
      {sizes !== null &&
        PAPER_KINDS.map((kind) => (
          <PaperLine
            key={kind}
            ticket={ticket}
            kind={kind}
            size={sizes[kind]}
            onSizes={(picked) => {
              change(async () => done(picked))
            }}
          />
        ))}
      <FailureNote failure={failure} />
    </section>
  )
}
