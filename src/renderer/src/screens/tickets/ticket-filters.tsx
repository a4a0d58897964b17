import type { ReactNode } from 'react'
import { CLOSE_RESULTS, TICKET_STATES } from '../../../../core/ticket.ts'
import { Choice } from '../../parts/choice.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './ticket-filters.module.css'

const STATES = (['all', ...TICKET_STATES] as const).map((value) => ({
  value,
  words: say('screen.tickets.filter', { state: value }),
}))
const RESULTS = ['all', ...CLOSE_RESULTS] as const
const PHONES = ['all', 'real', 'training'] as const
type Phones = (typeof PHONES)[number]

const phonesOf = (training: boolean | null): Phones => {
  if (training === null) return 'all'
  return training ? 'training' : 'real'
}

type PickProps<T extends string> = {
  readonly name: string
  readonly options: readonly T[]
  readonly chosen: T
  readonly words: (option: T) => string
  readonly onPick: (option: T) => void
}

const Pick = <T extends string>({ name, options, chosen, words, onPick }: PickProps<T>): ReactNode => (
  <label className={css['pick']}>
    <span className="unseen">{name}</span>
    <select
      className={css['select']}
      data-set={chosen === 'all' ? undefined : ''}
      value={chosen}
      onChange={({ target }) => {
        const picked = options.find((option) => option === target.value)
        if (picked !== undefined) onPick(picked)
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {words(option)}
        </option>
      ))}
    </select>
  </label>
)

/** What the list is narrowed by. */
export const TicketFilters = (): ReactNode => {
  const filters = useStore((store) => store.filters)
  const setFilters = useStore((store) => store.setFilters)
  const { state, result, training } = filters
  return (
    <>
      <Choice
        name={say('screen.tickets.by-state')}
        options={STATES}
        chosen={state ?? 'all'}
        onChoose={(chosen) => {
          setFilters({ state: chosen === 'all' ? null : chosen })
        }}
      />
      <Pick
        name={say('screen.tickets.by-result')}
        options={RESULTS}
        chosen={result ?? 'all'}
        words={(option) => say('screen.tickets.result', { result: option.replaceAll('-', '_') })}
        onPick={(picked) => {
          setFilters({ result: picked === 'all' ? null : picked })
        }}
      />
      <Pick
        name={say('screen.tickets.by-training')}
        options={PHONES}
        chosen={phonesOf(training)}
        words={(option) => say('screen.tickets.phones', { which: option })}
        onPick={(picked) => {
          setFilters({ training: picked === 'all' ? null : picked === 'training' })
        }}
      />
    </>
  )
}
