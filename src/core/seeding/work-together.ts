import type { InventedTicket } from './invent-ticket.ts'

/** One in so many tickets, where its last two steps can be: nothing is drawn for it, so that all others stay as they are. */
const ONE_IN = 20

/** Now and then what worked was done together with the step before it: with one outcome, and nobody knows which of them helped. */
export const workTogether = (ticket: InventedTicket, sequence: number): InventedTicket => {
  const { attempts, workedFix } = ticket
  const [before, last] = attempts.slice(-2)
  if (sequence % ONE_IN !== 0 || !before || !last || last.fix !== workedFix) return ticket
  const { outcome, verified } = last
  return {
    ...ticket,
    attempts: [...attempts.slice(0, -2), { ...before, outcome, verified }, last],
    workedFix: null,
    workedTogether: [last.fix, before.fix],
  }
}
