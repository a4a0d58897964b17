import type { ReactNode } from 'react'
import css from './drawing.module.css'

/** A computer's screen, on which something is done. */
const Computer = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <>
    <rect className={css['body']} x="2" y="16" width="60" height="46" rx="5" />
    <path className={css['edge']} d="M32 62v10M20 74h24" />
    {children}
  </>
)

export const Terminal = (): ReactNode => (
  <Computer>
    <path className={css['mark']} d="M11 28l6 6-6 6" />
    <path className={css['mark']} d="M22 41h14" />
    <path className={css['faint']} d="M11 51h26" />
  </Computer>
)

export const Download = (): ReactNode => (
  <Computer>
    <path className={css['mark']} d="M32 24v16M26 34l6 6 6-6M20 50h24" />
  </Computer>
)

export const Programs = (): ReactNode => (
  <Computer>
    <rect className={css['page']} x="10" y="24" width="44" height="30" rx="3" />
    <path className={css['edge']} d="M10 32h44" />
    <path className={css['faint']} d="M16 39h22M16 46h16" />
    <circle className={css['touch']} cx="52" cy="26" r="8" />
    <path className={css['mark']} d="M49 23l6 6M55 23l-6 6" />
  </Computer>
)

export const Driver = (): ReactNode => (
  <Computer>
    <path className={css['faint']} d="M12 26h24M18 34h24M18 54h18" />
    <path className={css['warn']} d="M20 39l6 10H14zM20 43v2.500" />
    <path className={css['edge']} d="M32 45h18" />
  </Computer>
)

export const Cable = (): ReactNode => (
  <>
    <rect className={css['body']} x="20" y="2" width="24" height="40" rx="5" />
    <path className={css['faint']} d="M28 8h8" />
    <path className={css['mark']} d="M32 42v8M28 44h8M32 50v18M27 68h10v6H27z" />
    <rect className={css['body']} x="6" y="74" width="52" height="18" rx="4" />
    <path className={css['edge']} d="M14 83h10M30 83h4" />
  </>
)

export const Replug = (): ReactNode => (
  <>
    <rect className={css['body']} x="18" y="2" width="28" height="46" rx="5" />
    <path className={css['faint']} d="M28 8h8" />
    <path className={css['mark']} d="M32 62v-5M28 62h8v8h-8zM32 70v24" />
    <path className={css['mark']} d="M48 72V56M45 59l3-3 3 3M16 56v16M13 69l3 3 3-3" />
  </>
)
