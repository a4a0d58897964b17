import type { Ticket } from '../../../core/ticket.ts'
import { workedFixes } from '../../../core/worked-fixes.ts'
import { say } from '../words.ts'

/** What has worked: one fix, or “one of” several where it is not known which; null while nothing has. */
export const sayWorked = (
  ticket: Pick<Ticket, 'workedFix' | 'workedTogether'>,
  titleOf: (id: string) => string,
): string | null => {
  const [first = null, ...others] = workedFixes(ticket).map(titleOf)
  return first === null || others.length === 0
    ? first
    : say('screen.worked.one-of', { titles: [first, ...others].join(', ') })
}
