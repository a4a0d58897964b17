/**
 * A busy counter in a process of its own: four cases at once, through the use cases that the window calls, and a phone
 * that is being read meanwhile. Prints a line of JSON for each change once it was answered, never before.
 */
import { flushCompileCache } from 'node:module'
import { speak } from '../../../src/core/words/index.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { measured } from '../../../src/core/reading.ts'
import { newId } from '../../../src/storage/ids.ts'
import { openSqliteStore } from '../../../src/storage/open-sqlite.ts'
import { closeTicket } from '../../../src/usecases/change-ticket.ts'
import { recordAttempt } from '../../../src/usecases/record-attempt.ts'
import { openTicket } from '../../../src/usecases/open-ticket.ts'
import { inspectionNamed, valueOf } from '../some-record.ts'
import type { Told } from './kill-rounds.ts'

const [folder = ''] = process.argv.slice(2)
const tell = (told: Told | 'ready'): void => void process.stdout.write(`${JSON.stringify(told)}\n`)

const store = valueOf(await openSqliteStore(folder))
const desk = {
  store,
  speech: { knowledge: SHIPPED, language: 'en', say: speak('en') },
  phoneOf: () => null,
} as const
flushCompileCache()
tell('ready')

const oneCase = async (): Promise<void> => {
  const opened = valueOf(
    await openTicket(desk, {
      customerName: 'Asha Rao',
      phoneNumber: '+92 300 1234567',
      said: 'cannot verify the account. '.repeat(20),
      symptoms: [],
      struck: [],
      consents: ['read'],
      inspectionId: null,
    }),
  )
  const { id } = opened
  tell({ kind: 'ticket', id, events: 1, state: 'diagnosing' })
  const attempt = { id, fix: 'reset-password', outcome: 'failed', verified: 'sign-in' } as const
  valueOf(await recordAttempt(desk, attempt))
  tell({ kind: 'ticket', id, events: 2, state: 'diagnosing' })
  valueOf(await closeTicket(desk, id, 'not-fixed'))
  tell({ kind: 'ticket', id, events: 3, state: 'closed' })
}

const oneReading = async (): Promise<void> => {
  const id = newId()
  valueOf(await store.beginInspection(inspectionNamed(id)))
  for (let count = 1; count <= 5; count += 1) {
    const reading = { id: `reading-${String(count)}`, reading: measured(count, 'x'), sections: [], at: 'now' }
    valueOf(await store.addReadings(id, [], [reading]))
    tell({ kind: 'inspection', id, readings: count })
  }
}

const forever = async (work: () => Promise<void>): Promise<void> => {
  for (;;) {
    await work()
    // The engine never leaves the loop to others by itself.
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}
await Promise.all([oneCase, oneCase, oneCase, oneCase, oneReading].map(forever))
