import type { ReactNode } from 'react'
import { marked } from '../../../core/search/marks.ts'
import css from './marked-text.module.css'

/** A text with what was looked for marked in it. */
export const MarkedText = ({
  text,
  search,
}: {
  readonly text: string
  readonly search: string
}): ReactNode => {
  let at = 0
  return marked(text, search).map((stretch) => {
    const key = at
    at += stretch.text.length
    return stretch.marked ? (
      <mark key={key} className={css['mark']}>
        {stretch.text}
      </mark>
    ) : (
      stretch.text
    )
  })
}
