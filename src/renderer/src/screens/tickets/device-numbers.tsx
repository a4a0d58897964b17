import { useState, type ReactNode } from 'react'
import type { Failure } from '../../../../core/failure.ts'
import type { TypedDevice } from '../../../../core/ticket.ts'
import { Button } from '../../parts/button.tsx'
import { DeviceFields } from '../../parts/device-fields.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { say } from '../../words.ts'

type DeviceNumbersProps = {
  readonly typed: TypedDevice
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onSave: (typed: TypedDevice) => void
}

/** Written down by people, beside what the phone claims; each change stands in the history of its tickets. */
export const DeviceNumbers = ({ typed, busy, failure, onSave }: DeviceNumbersProps): ReactNode => {
  const [form, setForm] = useState(typed)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(form)
      }}
    >
      <DeviceFields
        typed={form}
        onLeave={() => undefined}
        onChange={(change) => {
          setForm({ ...form, ...change })
        }}
      />
      <Button icon="save" words={say('screen.save')} submit busy={busy} />
      <FailureNote failure={failure} />
    </form>
  )
}
