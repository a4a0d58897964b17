import type { ReactNode } from 'react'
import css from './icon.module.css'

/** Drawn on a 20 px grid with one 1.5 px line; always beside a word, so hidden from those who hear the screen. */
const SHAPES = {
  counter: 'M3 8.5h14M4.5 8.5V16h11V8.5M6.5 8.5V4h7v4.5M10 12v1.5',
  tickets: 'M4 5.5h12v3a1.75 1.75 0 0 0 0 3.5v3H4v-3a1.75 1.75 0 0 0 0-3.5zM11.5 8v1M11.5 11v1',
  knowledge:
    'M10 5.5C8.5 4.3 6.3 4 3.5 4v11c2.8 0 5 .3 6.5 1.5 1.5-1.2 3.7-1.5 6.5-1.500V4c-2.8 0-5 .3-6.5 1.500zM10 5.500v11',
  reports: 'M3.5 16.500h13M5.5 13.500v-3M10 13.500v-9M14.5 13.500V8',
  settings: 'M3.5 6h6M13.5 6h3M3.5 14h3M10.5 14h6M11.5 4v4M8.5 12v4',
  search: 'M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l3.5 3.5',
  plus: 'M10 4.500v11M4.5 10h11',
  check: 'M4.5 10.500l3.5 3.5 7.5-8',
  cross: 'M5.5 5.500l9 9M14.5 5.500l-9 9',
  minus: 'M5 10h10',
  alert: 'M10 3.500l7 12.500H3zM10 8.500v3.500M10 14v.1',
  notice: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6.500v4.500M10 13.400v.1',
  question:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8.200c.1-1.1.9-1.7 2-1.7 1.2 0 2 .7 2 1.7 0 1.4-2 1.5-2 3M10 13.500v.1',
  fine: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7 10.200l2.2 2.2 3.9-4.3',
  waiting: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 1.5',
  shelf: 'M3.5 4v12.500M16.5 4v12.500M3.5 13.500h13M6.5 13.500v-5h3v5M11 13.500V6.500h3v7',
  note: 'M4.5 3.5h11v9l-3.5 4h-7.5zM12 16.500v-4h3.5M7.5 7.500h5M7.5 10.500h2.5',
  phone: 'M6.5 3h7a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM9 14.500h2',
  unplugged: 'M7 3.500v3M11 3.500v3M5 6.500h8v3a4 4 0 0 1-4 4 4 4 0 0 1-4-4zM9 13.500v3M14 13l3 3M17 13l-3 3',
  plug: 'M7.5 3.500v3M12.5 3.500v3M5.5 6.500h9v3a4.5 4.5 0 0 1-9 0zM10 14v3',
  refresh: 'M15.5 8.500A6 6 0 0 0 4.7 7M4.5 11.500A6 6 0 0 0 15.3 13M4.5 3.800V7h3.200M15.5 16.200V13h-3.2',
  save: 'M10 3.500v9M6.5 9l3.5 3.500L13.5 9M4 13v3.500h12V13',
  open: 'M3.5 15.500V5h4.500l1.5 2h7v2M3.5 15.500l2-6.500h12l-2 6.500z',
  recording: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8.2 7v6l5-3z',
  down: 'M5.5 8l4.5 4.500L14.5 8',
  right: 'M8 5.500l4.5 4.500L8 14.5',
  back: 'M12 5.500L7.5 10l4.5 4.5',
  copy: 'M7.5 7.500h8v8h-8zM12.5 7.500v-3h-8v8h3',
  shield: 'M10 3l5.5 2v4.500c0 3.5-2.3 6-5.5 7.5-3.2-1.5-5.5-4-5.5-7.500V5z',
  person: 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4.5 16.500c.5-3 2.7-4.5 5.5-4.500s5 1.5 5.5 4.5',
  training:
    'M10 4.500l7.5 3.5-7.5 3.500L2.5 8zM5.5 9.500v4c1.2 1.2 2.7 1.8 4.5 1.800s3.3-.6 4.5-1.800v-4M17.5 8v4',
  fix: 'M12.5 3.700a4 4 0 0 0-4.8 5.300L3.7 13a1.6 1.6 0 0 0 2.3 2.300l4-4a4 4 0 0 0 5.3-4.800l-2.3 2.3-2.1-.5-.5-2.100z',
  referral: 'M4 16v-4a3.5 3.5 0 0 1 3.5-3.500H16M12.5 5L16 8.5 12.5 12',
  reopen: 'M7 4L3.5 7.5 7 11M3.5 7.500h8a4.5 4.5 0 0 1 0 9H8',
  print: 'M6 7V3.500h8V7M6 14H3.500V7h13v7H14M6 11.500h8v5H6z',
  keyboard: 'M3 6h14v8.500H3zM6 9v.1M9 9v.1M12 9v.1M14.5 9v.1M7 12h6',
} as const

export type IconName = keyof typeof SHAPES

export const Icon = ({ name }: { readonly name: IconName }): ReactNode => (
  <svg className={css['icon']} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={SHAPES[name]} />
  </svg>
)
