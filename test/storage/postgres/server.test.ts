import { Client } from 'pg'
import { inject, expect, onTestFinished, test } from 'vitest'
import type { Answer } from '../../../src/core/failure.ts'
import { speak } from '../../../src/core/words/index.ts'
import { openPostgresStore } from '../../../src/storage/open-postgres.ts'
import { databaseAt } from '../engines/postgres-server.ts'
import { engine, newFolder, openStore } from '../open-for-test.ts'
import { attempted, intake, valueOf } from '../some-record.ts'

const codeOf = (answer: Answer<unknown>): string => (answer.ok ? 'ok' : answer.failure.code)

const clientOf = async (folder: string): Promise<Client> => {
  const client = new Client({ connectionString: await engine.addressOf(folder) })
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(async () => client.end())
  return client
}

/** What an administrator does, or a network. */
const cutOthers = async (client: Client): Promise<void> => {
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and datname = current_database()`)
}

test.each([
  ['nobody listens there', 'postgres://shop:secret@127.0.0.1:1/record', 'record.away'],
  ['there is no such socket', databaseAt('/nonexistent', 'record'), 'record.away'],
  ['there is no such machine', 'postgres://shop:secret@no-such-host.invalid/record', 'record.away'],
])('a server that cannot be reached is told in words, without the password: %s', async (_, url, code) => {
  const opened = await openPostgresStore(url)
  if (opened.ok) throw new Error('it was opened')
  expect(opened.failure.code).toBe(code)
  const words = speak('en')(`failure.${opened.failure.code}`, opened.failure.details)
  expect(words).toContain('does not answer')
  expect(JSON.stringify(opened) + words).not.toContain('secret')
})

test('a database that is not there, or is no address, is told', async () => {
  expect(codeOf(await openPostgresStore(databaseAt(inject('postgres'), 'not_there')))).toBe('record.unusable')
  expect(codeOf(await openPostgresStore('nonsense'))).not.toBe('ok')
})

test('a database that cannot hold every name is refused', async () => {
  const admin = new Client({ connectionString: databaseAt(inject('postgres'), 'postgres') })
  await admin.connect()
  const options = `template template0 encoding 'LATIN1' locale_provider libc locale 'C'`
  await admin.query(`create database latin ${options}`)
  const opened = await openPostgresStore(databaseAt(inject('postgres'), 'latin'))
  await admin.query('drop database latin')
  await admin.end()
  expect(opened).toMatchObject({
    ok: false,
    failure: { code: 'record.unusable', details: { why: 'its database is in LATIN1, not in UTF8' } },
  })
})

test('a connection that is lost while nobody uses it is made anew', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  valueOf(await store.openTicket(intake()))
  await cutOthers(await clientOf(folder))
  await expect.poll(async () => codeOf(await store.openTicket(intake()))).toBe('ok')
  expect(valueOf(await store.check())).toMatchObject({ tickets: 2, events: 2, brokenAt: null })
})

test('a connection that is lost in the middle of a change is told, the change is not made, and the next one is', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { id } = valueOf(await store.openTicket(intake()))
  const client = await clientOf(folder)
  await client.query('begin')
  await client.query('lock table chains')
  const changing = store.changeTicket(id, () => attempted('failed'))
  await expect
    .poll(async () => {
      const waiting = await client.query(`select 1 from pg_locks
        where not granted and database = (select oid from pg_database where datname = current_database())`)
      return waiting.rowCount
    })
    .toBe(1)
  await cutOthers(client)
  expect(codeOf(await changing)).toBe('record.away')
  await client.query('rollback')
  expect(valueOf(await store.ticket(id))?.attempts).toEqual([])
  expect(valueOf(await store.changeTicket(id, () => attempted('failed'))).attempts).toHaveLength(1)
  expect(valueOf(await store.check())).toMatchObject({ events: 2, brokenAt: null })
})

test('a counter that waits too long for its turn is told so, and nothing is left half done', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const client = await clientOf(folder)
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock($1)', [0x62_65_6e_63])
  const refused = await store.openTicket(intake())
  expect(codeOf(refused)).toBe('record.locked')
  await client.query('rollback')
  expect(valueOf(await store.openTicket(intake())).number).toBe('T-0001')
  const { rows } = await client.query(`select state from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`)
  expect(rows).toEqual([])
})

test('a change is on the disk when it is answered, also where the server does not do so by itself', async () => {
  const folder = newFolder()
  const client = await clientOf(folder)
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const name = rows[0]?.name ?? ''
  await client.query(`alter database ${name} set synchronous_commit = off`)
  onTestFinished(async () => {
    await client.query(`alter database ${name} reset synchronous_commit`)
  })
  const store = await openStore(folder)
  await client.query(`create table commits as select 'none' as how where false`)
  await client.query(`create function told() returns trigger language plpgsql as
    $$ begin insert into commits values (current_setting('synchronous_commit')); return new; end $$`)
  await client.query('create trigger told after insert on tickets for each row execute function told()')
  valueOf(await store.openTicket(intake()))
  expect((await client.query('select how from commits')).rows).toEqual([{ how: 'on' }])
})

test('who may only read is told so', async () => {
  const folder = newFolder()
  await (await openStore(folder)).close()
  const client = await clientOf(folder)
  await client.query('drop role if exists reader')
  await client.query('create role reader login')
  await client.query('grant usage on schema public to reader')
  await client.query('grant select on all tables in schema public to reader')
  const opened = await openPostgresStore((await engine.addressOf(folder)).replace('nobody', 'reader'))
  expect(codeOf(opened)).toBe('record.read-only')
  await client.query('drop owned by reader; drop role reader')
})
