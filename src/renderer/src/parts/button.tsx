import type { ReactNode } from 'react'
import { say } from '../words.ts'
import css from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

type ButtonProps = {
  readonly words: string
  readonly onPress?: () => void
  /** danger: something is lost by it. */
  readonly kind?: 'primary' | 'danger' | 'secondary' | 'quiet'
  readonly icon?: IconName
  /** A single key that presses it from anywhere outside a field. */
  readonly shortcut?: string
  /** Says more than the words do. */
  readonly hint?: string
  readonly submit?: boolean
  readonly busy?: boolean
  /** Not yet to be pressed, or no longer. */
  readonly asleep?: boolean
  readonly expanded?: boolean
  /** Shows the icon alone; the words stay as its name. */
  readonly iconOnly?: boolean
}

const tooltip = (hint: string | undefined, shortcut: string | undefined): string | undefined => {
  if (shortcut === undefined) return hint
  const key = say('screen.key.tooltip', { key: shortcut.toUpperCase() })
  return hint === undefined ? key : `${hint} ${key}`
}

export const Button = (props: ButtonProps): ReactNode => {
  const {
    words,
    onPress,
    kind = 'secondary',
    icon,
    shortcut,
    hint,
    submit,
    busy,
    asleep,
    expanded,
    iconOnly,
  } = props
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={classNames(css['button'], css[kind], iconOnly && css['iconOnly'])}
      onClick={onPress}
      title={tooltip(iconOnly ? (hint ?? words) : hint, shortcut)}
      aria-keyshortcuts={shortcut?.toUpperCase()}
      aria-busy={busy}
      disabled={asleep}
      aria-expanded={expanded}
      data-shortcut={shortcut}
    >
      {icon && <Icon name={icon} />}
      <span className={iconOnly ? 'unseen' : css['words']}>{words}</span>
      {shortcut !== undefined && !iconOnly && <KeyHint>{shortcut.toUpperCase()}</KeyHint>}
    </button>
  )
}
