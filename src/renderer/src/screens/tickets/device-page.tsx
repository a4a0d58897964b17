import type { ReactNode } from 'react'
import { loadDevice } from '../../actions/look-up.ts'
import type { DeviceView } from '../../../../contract/views.ts'
import { Panel } from '../../parts/panel.tsx'
import { TwoColumns } from '../../parts/two-columns.tsx'
import { useLoaded } from '../../parts/use-loaded.ts'
import { useNow } from '../../parts/use-now.ts'
import { fullTime, shortTime } from '../../format.ts'
import { say } from '../../words.ts'
import { DeviceNumbers } from './device-numbers.tsx'
import { ToTickets } from './to-tickets.tsx'
import { VisitList } from './visit-list.tsx'
import css from './visit-list.module.css'

/** Each time the phone was read, the newest first, with what was otherwise than the time before. */
const TimesRead = ({ readings }: Pick<DeviceView, 'readings'>): ReactNode => {
  const now = useNow()
  return (
    <ul>
      {readings.map(({ id, at, isWhole, changes }) => (
        <li key={id} className={css['visit']}>
          <time dateTime={at} title={fullTime(at)} className={css['when']}>
            {shortTime(at, now)}
          </time>
          <span>
            {isWhole
              ? say('screen.device.changes', { count: changes.length })
              : say('screen.device.cut-short')}
          </span>
          {changes.length > 0 && (
            <ul className={css['changes']}>
              {changes.map(({ id: reading, label, before, after }) => (
                <li key={reading}>
                  {label}: {say('change.from-to', { before, after })}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A phone: what it claims, what was written down of it, its tickets, and how its readings changed. */
export const DevicePage = ({ id }: { readonly id: string }): ReactNode => {
  const { value, busy, failure, change } = useLoaded(async () => loadDevice(id))
  return (
    <TwoColumns
      left={
        <>
          <ToTickets failure={value === null ? failure : null} />
          {value && (
            <Panel name={say('screen.device.name')} padded>
              <dl className={css['facts']}>
                <div className={css['fact']}>
                  <dt>{say('screen.device.claims')}</dt>
                  <dd>
                    {value.serial === ''
                      ? say('screen.device.never-read')
                      : say('screen.ticket.device', {
                          model: value.model ?? '',
                          serial: value.serial,
                          hasSerial: 'yes',
                        })}
                  </dd>
                </div>
              </dl>
              <DeviceNumbers id={id} typed={value.typed} busy={busy} failure={failure} change={change} />
            </Panel>
          )}
        </>
      }
      right={
        value && (
          <>
            <Panel
              name={say('screen.nav.tickets')}
              note={say('screen.tickets.count', { total: value.tickets.length })}
            >
              <VisitList tickets={value.tickets} shows="customer" />
            </Panel>
            <Panel name={say('screen.device.readings')} size="grows" textOnly>
              {value.readings.length === 0 ? (
                <p className={css['visit']}>{say('screen.device.never-read')}</p>
              ) : (
                <TimesRead readings={value.readings} />
              )}
            </Panel>
          </>
        )
      }
    />
  )
}
