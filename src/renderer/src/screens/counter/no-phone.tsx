import type { ReactNode } from 'react'
import type { AdbServerStatus } from '../../../../core/phone.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { say } from '../../words.ts'
import { seesPhones, serverAdvice, serverObstacle, serverWhy } from './phone-state.ts'
import { ReadySteps } from './ready-steps.tsx'

type NoPhoneProps = { readonly server: AdbServerStatus; readonly children: ReactNode }

/** No phone to be seen: what to do about it, and the ways to go on without one. */
export const NoPhone = ({ server, children }: NoPhoneProps): ReactNode => {
  const isWell = seesPhones(server)
  const obstacle = serverObstacle(server)
  return (
    <>
      <EmptyState
        brief={obstacle !== null}
        icon={isWell ? 'plug' : 'alert'}
        title={server.state === 'running' ? say('screen.phones.none') : say(`server.${server.state}`)}
        advice={isWell ? serverAdvice(server) : serverWhy(server)}
      >
        {children}
      </EmptyState>
      {obstacle !== null && <ReadySteps obstacle={obstacle} server={server} />}
    </>
  )
}
