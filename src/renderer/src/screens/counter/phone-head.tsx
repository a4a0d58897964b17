import type { ReactNode } from 'react'
import type { InspectionView, PhoneView } from '../../../../contract/views.ts'
import type { Reading } from '../../../../core/reading.ts'
import { serialTail, shortTime } from '../../format.ts'
import { useNow } from '../../parts/use-now.ts'
import { say } from '../../words.ts'
import { SeenBefore } from './seen-before.tsx'
import css from './phone-head.module.css'

type PhoneHeadProps = {
  readonly phone: PhoneView | null
  readonly inspection: InspectionView
  /** The ticket that is looked at is no visit before. */
  readonly ticketId: string | null
}

const known = <T,>(reading: Reading<T> | undefined): T | null =>
  reading?.status === 'measured' ? reading.value : null

/** What the phone is: name, system, which one of several, battery, and when it was read. */
export const PhoneHead = ({ phone, inspection, ticketId }: PhoneHeadProps): ReactNode => {
  const now = useNow()
  const { readings } = inspection
  const name = known(readings['phone.marketName']) ?? phone?.name ?? inspection.phone.model
  const codename = known(readings['phone.codename'])
  const family = known(readings['os.family'])
  const version = known(readings['os.version'])
  const region = known(readings['os.buildRegion'])
  const android = known(readings['android.release'])
  const battery = known(readings['battery.level'])
  const facts = [
    family !== null && say('screen.phone.system', { family, version: version ?? '', region: region ?? '' }),
    android !== null && say('screen.phone.android', { version: android }),
    // An erased customer's phone has none any more.
    inspection.phone.serial !== '' &&
      say('screen.phone.serial', { tail: serialTail(inspection.phone.serial) }),
    battery !== null && say('screen.phone.battery', { percent: battery }),
    // A recording's own time stands above it.
    (phone === null || phone.recordedAt === null) &&
      say('screen.phone.read-at', { time: shortTime(inspection.startedAt, now) }),
  ].filter((fact) => fact !== false)
  const before = phone?.seen.filter((seen) => seen.ticketId !== ticketId) ?? []
  return (
    <div className={css['head']}>
      <p className={css['name']} title={inspection.phone.serial}>
        <span className={css['market']}>{name ?? serialTail(inspection.phone.serial)}</span>
        {codename !== null && <span className={css['codename']}>{codename}</span>}
      </p>
      <ul className={css['facts']}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {before.length > 0 && <SeenBefore seen={before} />}
    </div>
  )
}
