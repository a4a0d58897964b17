import type { SqliteStatement } from 'kysely'

type Connection = {
  readonly inTransaction: boolean
  readonly exec: (statements: string) => unknown
  readonly pragma: (text: string, options?: { readonly simple: true }) => unknown
}

const isOfTheDisk = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^SQLITE_(?:IOERR|FULL)/u.test(error.code)

const simple = (connection: Connection, name: string): string =>
  String(connection.pragma(name, { simple: true }))

/**
 * A commit that failed at its last step, the fsync, stands in the write-ahead log as a whole: it was refused, and whoever
 * opens the record after a crash would find it done. The log is written on from its last good end, so that any other
 * commit takes its place; this one changes nothing. It does not wait for the disk, which would refuse it too, before it
 * is written where the log begins anew; and nothing is taken over from the log that is not on the disk.
 */
const takeItsPlace = (connection: Connection): void => {
  const [pages, patience] = [simple(connection, 'wal_autocheckpoint'), simple(connection, 'synchronous')]
  try {
    if (connection.inTransaction) connection.exec('rollback')
    connection.exec('pragma wal_autocheckpoint = 0; pragma synchronous = OFF')
    connection.exec(`pragma user_version = ${simple(connection, 'user_version')}`)
  } catch {
    // A disk that takes no writes has not taken the end of the commit either.
  } finally {
    connection.exec(`pragma synchronous = ${patience}; pragma wal_autocheckpoint = ${pages}`)
  }
}

/** A statement after whose refusal by the disk nothing of it is left. */
export const whollyRefused = (statement: SqliteStatement, connection: Connection): SqliteStatement => {
  const trying = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (isOfTheDisk(error)) takeItsPlace(connection)
      throw error
    }
  }
  return {
    reader: statement.reader,
    all: (values) => trying(() => statement.all(values)),
    run: (values) => trying(() => statement.run(values)),
    iterate: (values) => statement.iterate(values),
  }
}
