import type { ReactNode } from 'react'
import type { ServerState } from '../../../../core/phone.ts'
import { Badge, type Tone } from '../../parts/badge.tsx'
import type { IconName } from '../../parts/icon.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { serverAdvice } from '../counter/phone-state.ts'
import css from './server-chip.module.css'

const LOOKS: Readonly<Record<ServerState, { tone: Tone; icon: IconName }>> = {
  running: { tone: 'fine', icon: 'fine' },
  starting: { tone: 'unknown', icon: 'waiting' },
  'no-adb': { tone: 'bad', icon: 'alert' },
  'port-taken': { tone: 'bad', icon: 'alert' },
  'too-old': { tone: 'bad', icon: 'alert' },
  unreachable: { tone: 'bad', icon: 'alert' },
}

/** How the adb server does, always in view. */
export const ServerChip = (): ReactNode => {
  const server = useStore(({ bench }) => bench?.server)
  if (!server) return null
  return (
    <output title={serverAdvice(server)} className={css['chip']}>
      <Badge {...LOOKS[server.state]} words={say(`server.${server.state}`)} />
    </output>
  )
}
