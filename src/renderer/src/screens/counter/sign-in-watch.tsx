import type { ReactNode } from 'react'
import { stopWatch, watchSignIn } from '../../actions/tickets.ts'
import type { TicketView, WatchView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useNow } from '../../parts/use-now.ts'
import { fullTime, shortTime } from '../../format.ts'
import { say } from '../../words.ts'
import { WatchClock } from './watch-clock.tsx'
import css from './sign-in-watch.module.css'

/** Begins a watch, and stops the one that runs. */
export const WatchButton = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const watching = useAction()
  const stopping = useAction()
  if (ticket.watch?.end === null)
    return (
      <Button
        kind="quiet"
        icon="cross"
        words={say('screen.watch.stop')}
        busy={stopping.busy}
        onPress={() => {
          stopping.run(async () => stopWatch(ticket.id))
        }}
      />
    )
  return (
    <>
      <Button
        kind="quiet"
        icon="waiting"
        words={say('screen.watch.begin')}
        hint={say('screen.watch.hint')}
        busy={watching.busy}
        onPress={() => {
          watching.run(async () => watchSignIn(ticket.id))
        }}
      />
      <FailureNote failure={watching.failure} />
    </>
  )
}

const Seen = ({ seen }: Pick<WatchView, 'seen'>): ReactNode => {
  const now = useNow()
  return (
    <ul className={css['seen']}>
      {seen.map(({ at, phoneTime, words }) => (
        <li key={`${at} ${words}`} className={css['one']} data-logged={words}>
          <time
            dateTime={at}
            title={say('screen.watch.phone-time', { phoneTime, at: fullTime(at) })}
            className={css['time']}
          >
            {shortTime(at, now)}
          </time>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}

/** What was seen while a sign-in was watched, as it comes and afterwards; that nothing was seen is no good sign. */
export const SignInWatch = ({ watch }: { readonly watch: WatchView }): ReactNode => {
  const now = useNow()
  const { end, seen, startedAt, seconds } = watch
  const running = end === null
  return (
    <section aria-label={say('screen.watch.name')} className={css['watch']}>
      <output aria-live="polite" className={css['words']}>
        <Icon name={running ? 'waiting' : end === 'unplugged' ? 'unplugged' : 'notice'} />
        <span>
          {running
            ? say('watch.running')
            : `${say('screen.watch.at', { time: shortTime(startedAt, now) })} ${say('watch.end', { end: end.replaceAll('-', '_') })}`}
        </span>
      </output>
      {running && <WatchClock startedAt={startedAt} seconds={seconds} />}
      <div aria-live="polite">
        {seen.length > 0 && <Seen seen={seen} />}
        {seen.length === 0 && !running && <p className={css['nothing']}>{say('screen.watch.nothing')}</p>}
      </div>
    </section>
  )
}
