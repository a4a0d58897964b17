import type { ReactNode } from 'react'
import { flushDraft, typeDraft } from '../../actions/draft.ts'
import { DeviceFields } from '../../parts/device-fields.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './new-ticket.module.css'

/** The phone's own numbers, folded; a scanned IMEI opens them. */
export const MoreDevice = (): ReactNode => {
  const typed = useStore(({ draft }) => draft.device)
  return (
    <details className={css['more']} open={Object.values(typed).some((text) => text !== '') || undefined}>
      <summary className={css['summary']}>
        <Icon name="right" />
        {say('screen.device.numbers')}
      </summary>
      <DeviceFields
        typed={typed}
        onLeave={flushDraft}
        onChange={(change) => {
          typeDraft({ device: { ...typed, ...change } })
        }}
      />
    </details>
  )
}
