import type { ReactNode } from 'react'
import { looksSecret, withoutSecrets } from '../../../core/secrets/looks-secret.ts'
import { say } from '../words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import css from './secret-warning.module.css'

type SecretWarningProps = {
  readonly text: string
  /** What may stand there: the phone of this ticket. */
  readonly ownImeis?: readonly string[]
  readonly onClean: (text: string) => void
}

/** Where something looks like what is never to be written down: says so, takes it out at a press, and hinders nobody. */
export const SecretWarning = ({ text, ownImeis = [], onClean }: SecretWarningProps): ReactNode => {
  const secrets = looksSecret(text, ownImeis)
  const kind = secrets[0]?.kind ?? null
  return (
    <div aria-live="polite">
      {kind !== null && (
        <p className={css['warning']}>
          <Icon name="shield" />
          <span className={css['words']}>{say(`screen.secret.${kind}`)}</span>
          <Button
            kind="quiet"
            words={say('screen.secret.remove')}
            onPress={() => {
              onClean(withoutSecrets(text, secrets))
            }}
          />
        </p>
      )}
    </div>
  )
}
