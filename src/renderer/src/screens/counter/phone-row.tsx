import type { ReactNode } from 'react'
import type { PhoneView } from '../../../../contract/views.ts'
import { Badge, type Tone } from '../../parts/badge.tsx'
import { classNames } from '../../parts/class-names.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { serialTail, shortTime } from '../../format.ts'
import { useNow } from '../../parts/use-now.ts'
import { say } from '../../words.ts'
import css from './phone-row.module.css'
import { adviceWords, stateWords } from './phone-state.ts'
import { useTicket } from './use-ticket.ts'

type PhoneRowProps = {
  readonly phone: PhoneView
  readonly selected: boolean
  readonly onSelect: () => void
}

type Look = { readonly tone: Tone; readonly icon: IconName }

const WAITING: Look = { tone: 'notice', icon: 'waiting' }
const TROUBLE: Look = { tone: 'bad', icon: 'alert' }

const LOOKS: Readonly<Record<PhoneView['state'], Look>> = {
  device: { tone: 'fine', icon: 'fine' },
  unauthorized: WAITING,
  authorizing: WAITING,
  connecting: WAITING,
  offline: TROUBLE,
  'no permissions': TROUBLE,
  detached: TROUBLE,
  recovery: TROUBLE,
  rescue: TROUBLE,
  sideload: TROUBLE,
  bootloader: TROUBLE,
  host: { tone: 'unknown', icon: 'question' },
  unknown: { tone: 'unknown', icon: 'question' },
  gone: { tone: 'unknown', icon: 'unplugged' },
}

const iconOf = ({ training, recordedAt }: PhoneView): IconName => {
  if (recordedAt !== null) return 'recording'
  return training ? 'training' : 'phone'
}

export const PhoneRow = ({ phone, selected, onSelect }: PhoneRowProps): ReactNode => {
  // Of the one that is selected all steps stand below, unless its readings do.
  const advice = selected && phone.inspection === null ? null : adviceWords(phone.state)
  const { ticket } = useTicket(phone.ticketId)
  const now = useNow()
  return (
    <li className={classNames(css['phone'], selected && css['selected'])} data-phone={phone.key}>
      <button type="button" className={css['line']} aria-pressed={selected} onClick={onSelect}>
        <Icon name={iconOf(phone)} />
        <span className={css['name']} title={phone.name}>
          {phone.name}
        </span>
        <span className={css['tail']}>{phone.name !== phone.serial && serialTail(phone.serial)}</span>
        {ticket && <span className={css['tail']}>{ticket.number}</span>}
        {phone.training && phone.recordedAt === null && (
          <span className={css['training']}>{say('screen.training.badge')}</span>
        )}
        {phone.recordedAt === null ? (
          <Badge {...LOOKS[phone.state]} words={stateWords(phone.state)} />
        ) : (
          <Badge
            tone="accent"
            icon="recording"
            words={say('recording.badge', { time: shortTime(phone.recordedAt, now) })}
          />
        )}
      </button>
      {advice !== null && <p className={css['advice']}>{advice}</p>}
    </li>
  )
}
