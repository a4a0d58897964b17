import { diagnose } from '../core/diagnosis/diagnose.ts'
import type { ListedPhone } from '../core/phone.ts'
import type { PhoneLink } from '../device/phone-link.ts'
import { inspectPhone } from './inspect-phone.ts'
import type { Speech } from './ticket-view.ts'

/** Times over: after that the machine code of what reads and judges is there. */
const ROUNDS = 3

/**
 * Reads and judges a phone for nobody. The engine compiles what it runs for the first time, which would take some 100 ms
 * from the first reading of the day's first phone. `rest` after each piece, for whoever works meanwhile; nothing of it
 * is kept or shown.
 */
export const warmUp = async (
  link: PhoneLink,
  phone: ListedPhone,
  { knowledge, language, say }: Speech,
  rest: () => Promise<void>,
): Promise<void> => {
  const never = new AbortController().signal
  for (let round = 0; round < ROUNDS; round += 1)
    await inspectPhone(link, phone, never, say, async (_, { readings }) => {
      diagnose({ readings }, knowledge, language)
      await rest()
    })
}
