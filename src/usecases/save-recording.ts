import { done, failed, type Answer } from '../core/failure.ts'
import { isPlayed } from '../core/phone.ts'
import { keptText } from '../core/probes/index.ts'
import type { Recording } from '../core/recording.ts'
import type { Store } from '../storage/store.ts'

/** What was kept of an inspection, as a recording: what the readings rest on and no more, in the order of arrival. */
export const recordingOf = async (
  store: Pick<Store, 'inspection'>,
  inspectionId: string | null,
): Promise<Answer<Recording>> => {
  if (inspectionId === null) return failed('recording.nothing')
  const found = await store.inspection(inspectionId)
  if (!found.ok) return found
  // One that still runs would be saved as if the phone had said no more.
  if (found.value === null || found.value.tookMs === null || isPlayed(found.value.phone))
    return failed('recording.nothing')
  const { phone, startedAt, stopped, sections } = found.value
  return done({
    schema: 1,
    recordedAt: startedAt,
    phone,
    stopped,
    sections: sections
      .toSorted((one, other) => one.receivedAt - other.receivedAt)
      .map((section) => ({ ...section, text: keptText(section) })),
  })
}

/** A file name without anything that a phone could have put into it but letters and digits. */
export const recordingName = ({ phone, recordedAt }: Recording): string => {
  const model = (phone.model ?? '').replaceAll(/[^\dA-Za-z]+/gu, '-').replaceAll(/^-|-$/gu, '')
  const time = recordedAt.slice(0, 16).replaceAll(/[^\d-]+/gu, '-')
  return `benchside-${model === '' ? 'phone' : model}-${time}.json`
}
