import type { ReactNode } from 'react'
import { failed, type Failure } from '../../../core/failure.ts'
import { inAsciiDigits } from '../../../core/digits.ts'
import { readImei } from '../../../core/imei.ts'
import type { TypedDevice } from '../../../core/ticket.ts'
import { say } from '../words.ts'
import css from './device-fields.module.css'
import { Field } from './field.tsx'

type DeviceFieldsProps = {
  readonly typed: TypedDevice
  readonly onChange: (change: Partial<TypedDevice>) => void
  readonly onLeave: () => void
}

/** Said as soon as there are digits enough to tell. */
const wrongImei = (text: string): Failure | null =>
  inAsciiDigits(text).replaceAll(/\D/gu, '').length >= 15 && readImei(text) === null
    ? failed('device.imei', { text: text.trim() }).failure
    : null

/** What a technician reads off a phone or its box; a scanner types it. */
export const DeviceFields = ({ typed, onChange, onLeave }: DeviceFieldsProps): ReactNode => (
  <div className={css['pair']}>
    {(['imei', 'imei2', 'model', 'serial'] as const).map((field) => (
      <Field
        key={field}
        label={say(`screen.device.${field}`)}
        value={typed[field]}
        failure={field === 'imei' || field === 'imei2' ? wrongImei(typed[field]) : null}
        onLeave={onLeave}
        onType={(text) => {
          onChange({ [field]: text })
        }}
      />
    ))}
  </div>
)
