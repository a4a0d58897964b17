import type { ReactNode } from 'react'
import { say } from '../../words.ts'
import css from './debugging-path.module.css'

/** Where the line to touch is on the drawn screen, and what stands for the rest. */
const SCREENS = [
  { step: 'about', lines: [24, 36, 48], touch: 60 },
  { step: 'developer', lines: [24, 48, 60], touch: 36 },
  { step: 'allow', lines: [], touch: null },
] as const

const DrawnScreen = ({ lines, touch }: (typeof SCREENS)[number]): ReactNode => (
  <svg viewBox="0 0 64 96" className={css['drawing']} aria-hidden="true" focusable="false">
    <rect className={css['body']} x="4" y="2" width="56" height="92" rx="8" />
    <path className={css['faint']} d="M28 8h8M12 16h20" />
    {lines.map((y) => (
      <path key={y} className={css['faint']} d={`M12 ${y}h28M50 ${y}h2`} />
    ))}
    {touch === null ? (
      <>
        <rect className={css['dialog']} x="10" y="36" width="44" height="40" rx="4" />
        <path className={css['faint']} d="M16 45h28M16 52h20" />
        <rect className={css['touch']} x="33" y="61" width="16" height="9" rx="4.5" />
      </>
    ) : (
      <>
        <rect className={css['touch']} x="8" y={touch - 5} width="48" height="10" rx="3" />
        <circle className={css['finger']} cx="46" cy={touch} r="2.5" />
      </>
    )}
  </svg>
)

/** The three screens on the way to USB debugging on MIUI and HyperOS, drawn. */
export const DebuggingPath = (): ReactNode => (
  <ol className={css['path']}>
    {SCREENS.map((screen) => (
      <li key={screen.step} className={css['step']}>
        <DrawnScreen {...screen} />
        <span>{say(`screen.debugging.${screen.step}`)}</span>
      </li>
    ))}
  </ol>
)
