import type { ReactNode } from 'react'
import type { PhoneView } from '../../../../contract/views.ts'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { say } from '../../words.ts'
import css from './begin.module.css'
import { stateWords } from './phone-state.ts'

const STEPS = [
  { name: 'plug', icon: 'plug' },
  { name: 'ask', icon: 'person' },
  { name: 'do', icon: 'fix' },
] as const

/** A phone that cannot be read yet is the next step itself. */
const NotReady = ({ phone }: { readonly phone: PhoneView }): ReactNode => (
  <div className={css['not-ready']}>
    <h3 className={css['title']}>
      {say('screen.begin.not-ready', { name: phone.name, state: stateWords(phone.state) })}
    </h3>
    <p className={css['advice']}>{say('screen.begin.not-ready-advice')}</p>
  </div>
)

/** Where a case begins: what stands in the way, or how it goes. */
type BeginProps = {
  readonly phone: PhoneView | null
  /** Without adb a phone that is plugged in is not seen. */
  readonly canSeePhones: boolean
}

export const Begin = ({ phone, canSeePhones }: BeginProps): ReactNode => (
  <Panel name={say('screen.step.name')} size="grows" padded textOnly>
    {phone && phone.state !== 'device' && <NotReady phone={phone} />}
    <h3 className={css['lead']}>{say('screen.begin.title')}</h3>
    <ol className={css['steps']}>
      {STEPS.map(({ name, icon }) => ({
        name: name === 'plug' && !canSeePhones ? ('no-adb' as const) : name,
        icon,
      })).map(({ name, icon }) => (
        <li key={name} className={css['step']}>
          <span className={css['icon']}>
            <Icon name={icon} />
          </span>
          <span>
            <span className={css['name']}>{say(`screen.begin.${name}`)}</span>
            <span className={css['advice']}>{say(`screen.begin.${name}-advice`)}</span>
          </span>
        </li>
      ))}
    </ol>
  </Panel>
)
