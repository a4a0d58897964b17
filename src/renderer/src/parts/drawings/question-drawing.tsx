import type { ReactNode } from 'react'
import { say } from '../../words.ts'
import css from './drawing.module.css'

/** The question as Android puts it, wide enough for its words. */
export const Question = (): ReactNode => (
  <>
    <rect className={css['page']} x="1" y="1" width="238" height="110" rx="12" />
    <text className={css['word']} x="14" y="24">
      {say('drawing.word.title')}
    </text>
    <path className={css['faint']} d="M14 38h150M14 48h104" />
    <rect className={css['full']} x="14" y="60" width="14" height="14" rx="3" />
    <path d="M17.500 67l3 3 5-6" stroke="var(--surface)" strokeWidth="2" />
    <text className={css['soft']} x="36" y="71">
      {say('drawing.word.always')}
    </text>
    <text className={css['soft']} x="112" y="99">
      {say('drawing.word.cancel')}
    </text>
    <rect className={css['touch']} x="166" y="84" width="62" height="22" rx="11" />
    <text className={css['chosen']} x="197" y="99" textAnchor="middle">
      {say('drawing.word.allow')}
    </text>
  </>
)
