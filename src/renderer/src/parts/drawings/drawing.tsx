import type { ReactNode } from 'react'
import type { Drawing as Name } from '../../../../core/ready-steps.ts'
import { say } from '../../words.ts'
import { classNames } from '../class-names.ts'
import { Cable, Download, Driver, Programs, Replug, Terminal } from './computer-drawings.tsx'
import css from './drawing.module.css'
import { About, Asked, Battery, Developer, Lock, Menu, NoWipe, PowerKey, Revoke } from './phone-drawings.tsx'
import { Question } from './question-drawing.tsx'

const SHAPES: Readonly<Record<Name, () => ReactNode>> = {
  about: About,
  allow: Question,
  asked: Asked,
  battery: Battery,
  cable: Cable,
  developer: Developer,
  download: Download,
  driver: Driver,
  lock: Lock,
  menu: Menu,
  'no-wipe': NoWipe,
  'power-key': PowerKey,
  programs: Programs,
  replug: Replug,
  revoke: Revoke,
  terminal: Terminal,
}

/** Too wide to stand beside its words. */
export const isWide = (name: Name): boolean => name === 'allow'

/** What a step is about, drawn in the colours of the window; said in words to those who hear the screen. */
export const Drawing = ({ name }: { readonly name: Name }): ReactNode => {
  const Shape = SHAPES[name]
  return (
    <svg
      viewBox={isWide(name) ? '0 0 240 112' : '0 0 64 96'}
      className={classNames(css['drawing'], css[isWide(name) ? 'wide' : 'small'])}
      role="img"
      aria-label={say(`drawing.${name}`)}
    >
      <Shape />
    </svg>
  )
}
