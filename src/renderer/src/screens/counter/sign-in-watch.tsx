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

/** A second press of one that wanted to begin is none of one that wants to stop. */
const PRESSED_TWICE_MS = 600

/** Begins a watch, and stops the one that runs: one button, so that the keyboard stays where it is. */
export const WatchButton = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  // Beginning is under way until the watch ends.
  const watching = useAction()
  const stopping = useAction()
  const running = ticket.watch?.end === null ? ticket.watch : null
  const press = (): void => {
    if (running === null) watching.run(async () => watchSignIn(ticket.id))
    else if (Date.now() - new Date(running.startedAt).getTime() > PRESSED_TWICE_MS)
      stopping.run(async () => stopWatch(ticket.id))
  }
  return (
    <>
      <Button
        kind="quiet"
        icon={running ? 'cross' : 'waiting'}
        words={say(running ? 'screen.watch.stop' : 'screen.watch.begin')}
        {...(!running && { hint: say('screen.watch.hint') })}
        busy={running ? stopping.busy : watching.busy}
        onPress={press}
      />
      <FailureNote failure={stopping.failure ?? watching.failure} />
    </>
  )
}

const Seen = ({ seen }: Pick<WatchView, 'seen'>): ReactNode => {
  const now = useNow()
  return (
    <ul className={css['seen']}>
      {seen.map(({ at, phoneTime, words, meaning }) => (
        <li key={`${at} ${words}`} className={css['one']} data-logged={words}>
          <time
            dateTime={at}
            title={say('screen.watch.phone-time', { phoneTime, at: fullTime(at) })}
            className={css['time']}
          >
            {shortTime(at, now)}
          </time>
          <span>
            {words}
            {meaning !== null && <span className={css['meaning']}>{meaning}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What was seen while a sign-in was watched, as it comes and afterwards; that nothing was seen is no good sign. */
export const SignInWatch = ({ watch }: { readonly watch: WatchView }): ReactNode => {
  const now = useNow()
  const { end, seen, before, startedAt, seconds } = watch
  const running = end === null
  return (
    <section aria-label={say('screen.watch.name')} className={css['watch']}>
      <output aria-live="polite" className={css['words']}>
        <Icon name={running ? 'waiting' : end === 'unplugged' ? 'unplugged' : 'notice'} />
        <span>
          {running
            ? say('watch.running')
            : `${say('screen.watch.at', { time: shortTime(startedAt, now) })} ${say('watch.end', { end: end.replaceAll('-', '_'), seen: seen.length })}`}
        </span>
      </output>
      {running && <WatchClock startedAt={startedAt} seconds={seconds} />}
      <div aria-live="polite">
        {seen.length > 0 && <Seen seen={seen} />}
        {seen.length === 0 && !running && <p className={css['nothing']}>{say('screen.watch.nothing')}</p>}
      </div>
      {before.length > 0 && (
        <>
          <p className={css['nothing']}>{say('screen.watch.before')}</p>
          <Seen seen={before} />
        </>
      )}
    </section>
  )
}
