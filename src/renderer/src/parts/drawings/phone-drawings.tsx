import type { ReactNode } from 'react'
import { say } from '../../words.ts'
import css from './drawing.module.css'

/** Lines of a page on the phone; where the one to touch is, it is drawn by itself. */
const Screen = ({
  lines,
  children,
}: {
  readonly lines: readonly number[]
  readonly children?: ReactNode
}) => (
  <>
    <rect className={css['body']} x="4" y="2" width="56" height="92" rx="8" />
    <path className={css['faint']} d="M28 8h8" />
    {lines.map((y) => (
      <path key={y} className={css['faint']} d={`M12 ${String(y)}h28`} />
    ))}
    {children}
  </>
)

const Touched = ({ y }: { readonly y: number }): ReactNode => (
  <rect className={css['touch']} x="8" y={y - 7} width="48" height="14" rx="4" />
)

const Switch = ({ y }: { readonly y: number }): ReactNode => (
  <>
    <path className={css['mark']} d={`M13 ${String(y)}h14`} />
    <rect className={css['full']} x="36" y={y - 5} width="17" height="10" rx="5" />
    <circle cx="48" cy={y} r="3" fill="var(--surface)" />
  </>
)

export const About = (): ReactNode => (
  <Screen lines={[20, 30, 70, 80]}>
    <Touched y={50} />
    <path className={css['mark']} d="M13 50h16" />
    <text className={css['times']} x="36" y="55">
      {say('drawing.word.times')}
    </text>
  </Screen>
)

export const Developer = (): ReactNode => (
  <Screen lines={[20, 30, 70, 80]}>
    <Touched y={50} />
    <Switch y={50} />
  </Screen>
)

export const Revoke = (): ReactNode => (
  <Screen lines={[20, 30, 68, 78]}>
    <Touched y={48} />
    <path className={css['mark']} d="M13 48h22M44 45l6 6M50 45l-6 6" />
  </Screen>
)

export const Menu = (): ReactNode => (
  <Screen lines={[22]}>
    <rect className={css['touch']} x="10" y="34" width="44" height="14" rx="3" />
    <path className={css['mark']} d="M16 41h20M45 38l3 3-3 3" />
    <rect className={css['edge']} x="10" y="54" width="44" height="14" rx="3" />
    <path className={css['faint']} d="M16 61h24" />
    <rect className={css['edge']} x="10" y="74" width="44" height="14" rx="3" />
    <path className={css['faint']} d="M16 81h18" />
  </Screen>
)

export const NoWipe = (): ReactNode => (
  <Screen lines={[22]}>
    <rect className={css['edge']} x="10" y="34" width="44" height="14" rx="3" />
    <path className={css['faint']} d="M16 41h20" />
    <rect className={css['edge']} x="10" y="54" width="44" height="14" rx="3" />
    <path className={css['faint']} d="M16 61h24" />
    <path className={css['stop']} d="M12 54l40 14M52 54L12 68" />
  </Screen>
)

export const Asked = (): ReactNode => (
  <Screen lines={[]}>
    <rect className={css['page']} x="9" y="28" width="46" height="44" rx="4" />
    <path className={css['faint']} d="M15 37h30" />
    <path className={css['mark']} d="M15 50l2.500 2.500 4-5" />
    <path className={css['faint']} d="M27 50h20" />
    <rect className={css['full']} x="32" y="58" width="18" height="9" rx="4.500" />
  </Screen>
)

export const Lock = (): ReactNode => (
  <Screen lines={[]}>
    <rect className={css['touch']} x="20" y="46" width="24" height="18" rx="4" />
    <path className={css['mark']} d="M25 46v-7a7 7 0 0 1 13.500-2.500M32 53v4" />
  </Screen>
)

export const PowerKey = (): ReactNode => (
  <>
    <rect className={css['body']} x="2" y="2" width="48" height="92" rx="8" />
    <path className={css['faint']} d="M22 8h8" />
    <path className={css['edge']} d="M50 20v16" strokeWidth="4" />
    <path className={css['mark']} d="M50 44v14" strokeWidth="5" />
    <path className={css['mark']} d="M63 51h-6M60 48l-3 3 3 3" />
    <path className={css['mark']} d="M21.500 45a8 8 0 1 0 9 0M26 40v9" />
  </>
)

export const Battery = (): ReactNode => (
  <Screen lines={[]}>
    <rect className={css['edge']} x="22" y="34" width="20" height="34" rx="4" />
    <path className={css['edge']} d="M28 30h8" />
    <rect className={css['full']} x="26" y="54" width="12" height="10" rx="2" />
    <path className={css['mark']} d="M33 39l-4 7h6l-4 7" />
  </Screen>
)
