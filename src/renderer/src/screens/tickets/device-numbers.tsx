import type { ReactNode } from 'react'
import { describeDevice } from '../../actions/look-up.ts'
import type { DeviceView } from '../../../../contract/views.ts'
import type { Answer, Failure } from '../../../../core/failure.ts'
import type { TypedDevice } from '../../../../core/ticket.ts'
import { DeviceFields } from '../../parts/device-fields.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { SaveLine } from '../../parts/save-line.tsx'
import { useTyping } from '../../parts/use-typing.ts'
import { say } from '../../words.ts'

type DeviceNumbersProps = {
  readonly id: string
  readonly typed: TypedDevice
  readonly busy: boolean
  readonly failure: Failure | null
  readonly change: (work: () => Promise<Answer<DeviceView>>) => void
}

/** Written down by people, beside what the phone claims; each change stands in the history of its tickets. */
export const DeviceNumbers = ({ id, typed, busy, failure, change }: DeviceNumbersProps): ReactNode => {
  const { form, isTyped, type, wasSaved, forget } = useTyping(id, 'numbers', typed)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change(async () => {
          const answer = await describeDevice(id, form)
          if (answer.ok) wasSaved(form)
          return answer
        })
      }}
    >
      <DeviceFields typed={form} onLeave={() => undefined} onChange={type} />
      <SaveLine words={say('screen.save')} busy={busy} isTyped={isTyped} onDrop={forget} />
      <FailureNote failure={failure} />
    </form>
  )
}
