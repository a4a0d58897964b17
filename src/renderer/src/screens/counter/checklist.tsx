import type { ReactNode } from 'react'
import type { TicketView } from '../../../../contract/views.ts'
import { GUIDE_ORDER } from '../../../../core/knowledge/guide-order.ts'
import { aboutMinutes } from '../../format.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './other-steps.module.css'

type ChecklistProps = { readonly ticket: TicketView | null; readonly onPick: (fix: string) => void }

/** The guide's fixes in its own order, for whoever would rather go by a list than by chances. */
export const Checklist = ({ ticket, onPick }: ChecklistProps): ReactNode => {
  const fixes = useStore((store) => store.knowledge)?.fixes ?? []
  const last = new Map(ticket?.attempts.map(({ fix, outcome }) => [fix, outcome]))
  return (
    <ol className={css['list']} aria-label={say('screen.step.checklist')}>
      {GUIDE_ORDER.flatMap((fact) => fixes.find(({ covers }) => covers.includes(fact)) ?? []).map(
        ({ id, title, minutes }) => {
          const outcome = last.get(id)
          return (
            <li key={id}>
              <button
                type="button"
                className={css['step']}
                onClick={() => {
                  onPick(id)
                }}
              >
                <span className={css['kind']}>
                  {outcome === undefined ? say('screen.step.not-done') : say('screen.outcome', { outcome })}
                </span>
                <span className={css['title']}>{title}</span>
                <span className={css['time']}>{aboutMinutes(minutes)}</span>
              </button>
            </li>
          )
        },
      )}
    </ol>
  )
}
