import type { ReactNode } from 'react'
import type { AdbServerStatus } from '../../../../core/phone.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { say } from '../../words.ts'
import { DebuggingPath } from './debugging-path.tsx'
import { serverAdvice } from './phone-state.ts'
import css from './no-phone.module.css'

type NoPhoneProps = { readonly server: AdbServerStatus; readonly children: ReactNode }

/** No phone to be seen: what to do about it, and the ways to go on without one. */
export const NoPhone = ({ server, children }: NoPhoneProps): ReactNode => {
  const isRunning = server.state === 'running'
  return (
    <div className={css['none']}>
      <EmptyState
        icon={isRunning || server.state === 'starting' ? 'plug' : 'alert'}
        title={isRunning ? say('screen.phones.none') : say(`server.${server.state}`)}
        advice={serverAdvice(server)}
      >
        {children}
      </EmptyState>
      {isRunning && <DebuggingPath />}
      <p className={css['by-hand']}>{say('screen.phones.by-hand')}</p>
    </div>
  )
}
