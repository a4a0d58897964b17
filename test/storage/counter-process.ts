/**
 * A counter in a process of its own, for what one process cannot show: waiting for a lock, being killed.
 * Prints a line of JSON for each change once the store has answered, never before.
 */
import { done } from '../../src/core/failure.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import { attempted, intake, valueOf } from './some-record.ts'

const [address = '', wanted = '1'] = process.argv.slice(2)
const tell = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const open = address.startsWith('postgres:')
  ? (await import('../../src/storage/open-postgres.ts')).openPostgresStore
  : openSqliteStore
const opened = await open(address)
if (!opened.ok) tell({ failure: opened.failure })
else {
  const store = opened.value
  tell('ready')
  for (let count = 0; count < Number(wanted); count++) {
    const { id } = valueOf(await store.openTicket(intake()))
    tell({ id, state: 'diagnosing', attempts: 0 })
    valueOf(await store.changeTicket(id, () => attempted('worked')))
    tell({ id, state: 'fixed', attempts: 1 })
    const at = new Date().toISOString()
    const event = { at, who: 'counter', code: 'closed', details: { result: 'fixed' } } as const
    valueOf(
      await store.changeTicket(id, () => done({ state: 'closed', result: 'fixed', closedAt: at, event })),
    )
    tell({ id, state: 'closed', attempts: 1 })
  }
  await store.close()
}
