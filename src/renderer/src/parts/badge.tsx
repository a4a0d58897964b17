import type { ReactNode } from 'react'
import css from './badge.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'fine' | 'notice' | 'bad' | 'unknown' | 'accent'

type BadgeProps = { readonly tone: Tone; readonly icon: IconName; readonly words: string }

/** A state in icon, word and colour, each enough by itself. */
export const Badge = ({ tone, icon, words }: BadgeProps): ReactNode => (
  <span className={classNames(css['badge'], css[tone])}>
    <Icon name={icon} />
    <span className={css['words']}>{words}</span>
  </span>
)
