import { useState, type ReactNode } from 'react'
import { previewPaper, printPaper, savePaper, savePaperSize, type PaperSizes } from '../../actions/paper.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { SIZES_OF, type PaperKind, type PaperSize } from '../../../../core/paper/paper.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import { PaperPreview } from './paper-preview.tsx'
import css from './paper.module.css'

type PaperLineProps = {
  readonly ticket: TicketView
  readonly kind: PaperKind
  readonly size: PaperSize
  readonly onSizes: (sizes: PaperSizes) => void
}

/** One kind of paper: to the printer, in which size, into a file, and a look at it before any is used up. */
export const PaperLine = ({ ticket, kind, size, onSizes }: PaperLineProps): ReactNode => {
  const [picture, setPicture] = useState<string | null>(null)
  const { busy, failure, run } = useAction()
  const wanted = { id: ticket.id, kind, size }
  // ICU takes no hyphen in the name of a choice.
  const named = { kind: kind.replaceAll('-', '_') }
  const choose = (value: string): void => {
    const picked = SIZES_OF[kind].find((each) => each === value) ?? size
    run(async () => {
      const answer = await savePaperSize(kind, picked)
      if (answer.ok) onSizes(answer.value)
      return answer
    })
  }
  const look = async (): ReturnType<typeof previewPaper> => {
    const answer = await previewPaper(wanted)
    if (answer.ok) setPicture(answer.value.png)
    return answer
  }
  return (
    <div className={css['line']}>
      <span className={css['print']}>
        <Button
          icon="print"
          words={say('screen.paper.print', named)}
          busy={busy}
          onPress={() => {
            run(async () => printPaper(wanted))
          }}
        />
      </span>
      <select
        className={css['select']}
        aria-label={say('screen.paper.size', named)}
        value={size}
        onChange={({ target }) => {
          choose(target.value)
        }}
      >
        {SIZES_OF[kind].map((each) => (
          <option key={each} value={each}>
            {say(`screen.paper.size.${each}`)}
          </option>
        ))}
      </select>
      <span className={css['pdf']}>
        <Button
          kind="quiet"
          icon="save"
          words={say('screen.paper.pdf', named)}
          busy={busy}
          onPress={() => {
            run(async () => savePaper(wanted))
          }}
        />
      </span>
      <Button
        kind="quiet"
        icon="search"
        iconOnly
        words={say('screen.paper.preview', named)}
        busy={busy}
        onPress={() => {
          run(look)
        }}
      />
      <FailureNote failure={failure} />
      {picture !== null && (
        <PaperPreview
          title={say('screen.paper.preview-title', { ...named, number: ticket.number })}
          png={picture}
          size={size}
          onClose={() => {
            setPicture(null)
          }}
        />
      )}
    </div>
  )
}
