import { useId, type ReactNode } from 'react'
import type { PhoneView } from '../../../../contract/views.ts'
import { serialTail } from '../../format.ts'
import field from '../../parts/field.module.css'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { chosenPhone } from './subject.ts'

/** Phones that a new ticket can be for: one that has an open ticket goes on there; one that was read may have left. */
const useFreePhones = (): readonly PhoneView[] => {
  const here = useStore(({ bench }) => bench?.phones) ?? []
  const left = useStore(({ leftPhones }) => leftPhones)
  return [...here.filter(({ ticketId }) => ticketId === null), ...left]
}

/**
 * The phone that the form is for: the one picked, else the one selected, unless that has a ticket already or is a
 * recording: a customer's ticket becomes no training by a look at one.
 */
export const useFormPhone = (): string | null => {
  const picked = useStore((store) => store.formPhone)
  const phones = useStore(({ bench }) => bench?.phones) ?? []
  const free = useFreePhones()
  const phoneKey = useStore((store) => store.phoneKey)
  const follows = free.some(({ key }) => key === phoneKey) ? phoneKey : chosenPhone(phones, phoneKey)?.key
  const wanted = picked === 'follow' ? follows : picked.key
  const found = free.find(({ key }) => key === wanted)
  return found === undefined || (picked === 'follow' && found.recordedAt !== null) ? null : found.key
}

export const FormPhone = (): ReactNode => {
  const id = useId()
  const phones = useFreePhones()
  const pick = useStore((store) => store.pickFormPhone)
  const phoneKey = useFormPhone()
  return (
    <div className={field['field']}>
      <label className={field['label']} htmlFor={id}>
        {say('screen.form.device')}
      </label>
      <select
        id={id}
        className={field['box']}
        value={phoneKey ?? ''}
        onChange={({ target }) => {
          pick(target.value === '' ? null : target.value)
        }}
      >
        {phones.map((phone) => (
          <option key={phone.key} value={phone.key}>
            {say(phone.recordedAt === null ? 'screen.form.device-option' : 'screen.form.device-recorded', {
              name: phone.name,
              tail: serialTail(phone.serial),
            })}
          </option>
        ))}
        <option value="">{say('screen.form.no-device')}</option>
      </select>
    </div>
  )
}
