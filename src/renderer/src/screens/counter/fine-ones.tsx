import type { ReactNode } from 'react'
import { classNames } from '../../parts/class-names.ts'
import fold from '../../parts/fold.module.css'
import { Icon } from '../../parts/icon.tsx'
import { KeyHint } from '../../parts/key-hint.tsx'
import { ReadingRow } from '../../parts/reading-row.tsx'
import { say } from '../../words.ts'
import type { ReadingRow as Row } from './order-readings.ts'
import css from './readings.module.css'

/** What is fine and speaks for nothing: one line, and one key to open it. */
export const FineOnes = ({ rows }: { readonly rows: readonly Row[] }): ReactNode => (
  <details className={classNames(fold['fold'], css['fine'])}>
    <summary
      className={fold['summary']}
      data-shortcut="a"
      aria-keyshortcuts="A"
      title={say('screen.key.tooltip', { key: 'A' })}
    >
      <Icon name="fine" />
      <span className={css['fold-words']}>
        {say('screen.readings.fine', { count: rows.length })}
        <KeyHint>A</KeyHint>
      </span>
      <Icon name="down" />
    </summary>
    <ul>
      {rows.map((row) => (
        <ReadingRow key={row.id} row={row} />
      ))}
    </ul>
  </details>
)
