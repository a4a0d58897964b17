import type { ReactNode } from 'react'
import { say } from '../../words.ts'
import css from './debugging-path.module.css'

/** Where the line to touch is on the drawn screen, and what stands for the rest. */
const SCREENS = {
  about: { lines: [24, 36, 48], touch: 60 },
  developer: { lines: [24, 48, 60], touch: 36 },
  allow: { lines: [], touch: null },
} as const
type DrawnStep = keyof typeof SCREENS
const STEPS: readonly DrawnStep[] = ['about', 'developer', 'allow']

const Question = (): ReactNode => (
  <>
    <rect className={css['dialog']} x="10" y="36" width="44" height="40" rx="4" />
    <path className={css['faint']} d="M16 45h28M16 52h20" />
    <rect className={css['touch']} x="33" y="61" width="16" height="9" rx="4.5" />
  </>
)

const Line = ({ y }: { readonly y: number }): ReactNode => (
  <>
    <rect className={css['touch']} x="8" y={y - 5} width="48" height="10" rx="3" />
    <circle className={css['finger']} cx="46" cy={y} r="2.5" />
  </>
)

/** A phone's screen with the place to touch. */
export const DrawnScreen = ({ step }: { readonly step: DrawnStep }): ReactNode => {
  const { lines, touch } = SCREENS[step]
  return (
    <svg viewBox="0 0 64 96" className={css['drawing']} aria-hidden="true" focusable="false">
      <rect className={css['body']} x="4" y="2" width="56" height="92" rx="8" />
      <path className={css['faint']} d="M28 8h8M12 16h20" />
      {lines.map((y) => (
        <path key={y} className={css['faint']} d={`M12 ${String(y)}h28M50 ${String(y)}h2`} />
      ))}
      {touch === null ? <Question /> : <Line y={touch} />}
    </svg>
  )
}

/** The three screens on the way to USB debugging on MIUI and HyperOS, drawn. */
export const DebuggingPath = (): ReactNode => (
  <ol className={css['path']}>
    {STEPS.map((step) => (
      <li key={step} className={css['step']}>
        <DrawnScreen step={step} />
        <span>{say(`screen.debugging.${step}`)}</span>
      </li>
    ))}
  </ol>
)
