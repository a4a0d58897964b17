import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { TicketView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { Panel } from '../../parts/panel.tsx'
import { fullTime, shortTime } from '../../format.ts'
import { useNow } from '../../parts/use-now.ts'
import { useStore } from '../../store/store.ts'
import { noteForm, typingPlace } from '../../store/typing.ts'
import { say } from '../../words.ts'
import { EraseNote } from './erase-note.tsx'
import css from './history.module.css'
import { WriteNote } from './write-note.tsx'

/** Null: nothing is being written; else the id of the note that is put right, '' for a new one. */
type Writing = string | null

/** What was done, by whom and when, the latest first; and where a note is written. */
export const History = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const now = useNow()
  const { history: entries, notes, id } = ticket
  // What was begun and not kept is in view again.
  const begun = useStore(({ typing }) =>
    ['', ...notes.map((note) => note.id)].find(
      (each) => typing[typingPlace(id, noteForm(each))] !== undefined,
    ),
  )
  const [writing, setWriting] = useState<Writing>(begun ?? null)
  const [erasing, setErasing] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const wasErasing = useRef(false)
  useEffect(() => {
    // What was pressed went with what was erased.
    if (wasErasing.current && erasing === null && document.activeElement === document.body)
      place.current?.querySelector('button')?.focus()
    wasErasing.current = erasing !== null
  }, [erasing])
  const done = (): void => {
    setWriting(null)
    // What was pressed is gone: the keyboard stays with the history.
    place.current?.querySelector('button')?.focus()
  }
  return (
    <div ref={place} className={css['place']}>
      <Panel
        name={say('screen.history.name')}
        actions={
          <Button
            kind="quiet"
            icon="note"
            iconOnly
            words={say('screen.note.new')}
            shortcut="m"
            expanded={writing !== null}
            onPress={() => {
              if (writing === null) setWriting('')
              else place.current?.querySelector('textarea')?.focus()
            }}
          />
        }
        {...(writing !== null && {
          foot: (
            <WriteNote
              key={writing}
              ticketId={id}
              corrects={notes.find((note) => note.id === writing) ?? null}
              onErase={() => {
                setErasing(writing)
              }}
              onDone={done}
            />
          ),
        })}
        size={writing === null ? 'brief' : 'fits'}
        textOnly
      >
        <ul className={writing === null ? css['list'] : css['whole']}>
          {entries.toReversed().map(({ at, who, what, noteId }, index) => (
            <li key={`${at} ${what} ${String(entries.length - index)}`} className={css['entry']}>
              <time dateTime={at} title={fullTime(at)} className={css['time']}>
                {shortTime(at, now)}
              </time>
              <span className={css['what']}>
                {what}
                {noteId !== undefined && (
                  <>
                    <button
                      type="button"
                      className={css['correct']}
                      onClick={() => {
                        setWriting(noteId)
                      }}
                    >
                      {say('screen.note.put-right')}
                    </button>
                    <button
                      type="button"
                      className={css['correct']}
                      onClick={() => {
                        setErasing(noteId)
                      }}
                    >
                      {say('erase.note.button')}
                    </button>
                  </>
                )}
              </span>
              <span className={css['who']}>{who}</span>
            </li>
          ))}
        </ul>
      </Panel>
      {erasing !== null && (
        <EraseNote
          noteId={erasing}
          onErased={() => {
            setErasing(null)
            if (writing === erasing) setWriting(null)
          }}
          onClose={() => {
            setErasing(null)
          }}
        />
      )}
    </div>
  )
}
