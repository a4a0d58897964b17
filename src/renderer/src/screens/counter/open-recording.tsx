import type { ReactNode } from 'react'
import { openRecording } from '../../actions/recordings.ts'
import { Button } from '../../parts/button.tsx'
import type { Action } from '../../parts/use-action.ts'
import { say } from '../../words.ts'

/** Puts a recording that was saved here or elsewhere on the bench. */
export const OpenRecording = ({ action: { busy, run } }: { readonly action: Action }): ReactNode => (
  <Button
    kind="quiet"
    icon="open"
    words={say('recording.open')}
    shortcut="o"
    iconOnly
    busy={busy}
    onPress={() => {
      run(openRecording)
    }}
  />
)
