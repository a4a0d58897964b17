import type { ReactNode } from 'react'
import { startTraining, stopTraining } from '../../actions/phones.ts'
import type { ClockDoubt } from '../../../../core/clock-doubt.ts'
import { largestUnit } from '../../../../core/words/largest-unit.ts'
import { TRAINING_KEY, type AdbServerStatus } from '../../../../core/phone.ts'
import type { BenchView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { NoPhone } from './no-phone.tsx'
import { OpenRecording } from './open-recording.tsx'
import { serverAdvice, serverWhy } from './phone-state.ts'
import { PhoneRow } from './phone-row.tsx'
import css from './phones.module.css'

type PhonesProps = { readonly bench: BenchView; readonly selectedKey: string | null }

const ServerTrouble = ({ server }: { readonly server: AdbServerStatus }): ReactNode =>
  server.state === 'running' ? null : (
    <p className={css['trouble']}>
      <strong>{say(`server.${server.state}`)}</strong>
      {[serverAdvice(server), serverWhy(server)].filter((words) => words !== null).join(' ')}
    </p>
  )

/** Every clock reading rests on the computer's own clock: when that is in doubt, it comes first. */
const ClockTrouble = ({ doubt }: { readonly doubt: ClockDoubt }): ReactNode => {
  const { unit, count } = largestUnit(Math.abs(doubt.seconds))
  const side = doubt.seconds > 0 ? 'behind' : 'ahead'
  return (
    <p className={css['trouble']} role="alert">
      <strong>{say('screen.clock-doubt.title', { unit, count, side })}</strong>
      {say('screen.clock-doubt.advice', { phones: doubt.phones })}
    </p>
  )
}

/** Every phone that the adb server knows, each with its true state and the next step. */
export const Phones = ({ bench, selectedKey }: PhonesProps): ReactNode => {
  const selectPhone = useStore((store) => store.selectPhone)
  const action = useAction()
  const { busy, failure, run } = action
  const { phones, server, clockDoubt } = bench
  const isTraining = phones.some(({ key, state }) => key === TRAINING_KEY && state !== 'gone')
  const training = (
    <Button
      kind={phones.length === 0 ? 'secondary' : 'quiet'}
      icon="training"
      words={say(isTraining ? 'screen.training.stop' : 'screen.training.start')}
      busy={busy}
      onPress={() => {
        run(isTraining ? stopTraining : startTraining)
      }}
    />
  )
  return (
    <Panel
      name={say('screen.phones.name')}
      actions={
        <>
          <OpenRecording action={action} />
          {phones.length > 0 && training}
        </>
      }
    >
      <div className={css['padded']}>
        <FailureNote failure={failure} />
      </div>
      {phones.length > 0 && <ServerTrouble server={server} />}
      {clockDoubt && <ClockTrouble doubt={clockDoubt} />}
      {phones.length === 0 && <NoPhone server={server}>{training}</NoPhone>}
      <ul className={css['list']} aria-live="polite">
        {phones.map((phone) => (
          <PhoneRow
            key={phone.key}
            phone={phone}
            selected={phone.key === selectedKey}
            onSelect={() => {
              selectPhone(phone.key)
            }}
          />
        ))}
      </ul>
    </Panel>
  )
}
