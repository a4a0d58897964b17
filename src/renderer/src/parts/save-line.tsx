import { useRef, type ReactNode } from 'react'
import { say } from '../words.ts'
import { Button } from './button.tsx'
import css from './save-line.module.css'

type SaveLineProps = {
  readonly words: string
  readonly busy: boolean
  readonly asleep?: boolean
  /** Whether anything in the form is not saved. */
  readonly isTyped: boolean
  /** Without it the form itself is sent. */
  readonly onSave?: () => void
  readonly onDrop: () => void
}

/** The end of a form: saves it; where something in it is not saved, says so and offers to throw that away. */
export const SaveLine = ({
  words,
  busy,
  asleep = false,
  isTyped,
  onSave,
  onDrop,
}: SaveLineProps): ReactNode => {
  const line = useRef<HTMLDivElement>(null)
  return (
    <div ref={line} className={css['line']}>
      <Button
        icon="save"
        words={words}
        submit={onSave === undefined}
        busy={busy}
        asleep={asleep}
        {...(onSave && { onPress: onSave })}
      />
      {isTyped && (
        <>
          <Button
            kind="quiet"
            words={say('screen.unsaved.drop')}
            onPress={() => {
              onDrop()
              // What was pressed is gone: the keyboard stays with the form.
              line.current?.querySelector('button')?.focus()
            }}
          />
          <span className={css['unsaved']}>{say('screen.unsaved.name')}</span>
        </>
      )}
    </div>
  )
}
