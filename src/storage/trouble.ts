import { done, failed, type Answer, type Failure } from '../core/failure.ts'

/** A decision made inside a transaction that has to undo it; becomes the failed answer outside. */
export class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'Refused'
    this.failure = failure
  }
}

/**
 * SQLite's result codes (sqlite.org/rescode.html) and PostgreSQL's (its manual, appendix A), by their beginning, as the
 * failures that people are told about.
 */
const CODES = [
  ['SQLITE_FULL', 'record.full'],
  ['SQLITE_CORRUPT', 'record.damaged'],
  ['SQLITE_NOTADB', 'record.damaged'],
  ['SQLITE_IOERR', 'record.failing'],
  ['SQLITE_BUSY', 'record.locked'],
  ['SQLITE_LOCKED', 'record.locked'],
  // Another connection opens or closes the same write-ahead log at that moment.
  ['SQLITE_PROTOCOL', 'record.locked'],
  ['SQLITE_READONLY', 'record.read-only'],
  ['SQLITE_CANTOPEN', 'record.read-only'],
  ['SQLITE_PERM', 'record.read-only'],
  ['EACCES', 'record.read-only'],
  ['EROFS', 'record.read-only'],
  ['EPERM', 'record.read-only'],
  ['ENOENT', 'record.read-only'],
  ['ENAMETOOLONG', 'record.read-only'],
  ['ENOSPC', 'record.full'],
  ['EIO', 'record.failing'],
  ['ENOTDIR', 'record.read-only'],
  ['EEXIST', 'record.read-only'],
  ['53100', 'record.full'],
  ['53', 'record.away'],
  ['XX001', 'record.damaged'],
  ['XX002', 'record.damaged'],
  ['58', 'record.failing'],
  // Waited too long for the other's turn, or both for one another.
  ['55P03', 'record.locked'],
  ['40', 'record.locked'],
  ['42501', 'record.read-only'],
  ['25006', 'record.read-only'],
  ['08', 'record.away'],
  ['57P', 'record.away'],
  ['25P03', 'record.away'],
  ['ECONN', 'record.away'],
  ['EHOST', 'record.away'],
  ['ENET', 'record.away'],
  ['ENOTFOUND', 'record.away'],
  ['EAI_AGAIN', 'record.away'],
  ['ETIMEDOUT', 'record.away'],
  ['EPIPE', 'record.away'],
] as const

/** What pg says of a lost connection comes without a code. */
const LOST =
  /^(?:Connection terminated|Client has encountered a connection error|Query read timeout|timeout expired|timeout exceeded)/u

const codeOf = (error: Error): string => {
  // A server's socket that is not there; a file that is not there has the same code.
  if ('syscall' in error && error.syscall === 'connect') return 'ECONNREFUSED'
  if ('code' in error && typeof error.code === 'string') return error.code
  return LOST.test(error.message) ? 'ECONNRESET' : ''
}

/** What an error of the storage engine means, or null when it is a bug. */
export const recordFailure = (error: unknown, file: string): Failure | null => {
  if (error instanceof Refused) return error.failure
  if (!(error instanceof Error)) return null
  // Lists and maps are kept as JSON: one that cannot be read was not written so. Its words would hold a piece of it.
  if (error instanceof SyntaxError)
    return failed('record.damaged', { file, why: 'a value in it is no JSON' }).failure
  const engineCode = codeOf(error)
  const match = CODES.find(([prefix]) => engineCode.startsWith(prefix))
  return match ? failed(match[1], { file, why: `${error.message} (${engineCode})` }).failure : null
}

/** Runs storage work; trouble that people can do something about comes back as a value, a bug is thrown on. */
export const answering = async <T>(file: string, work: () => Promise<T>): Promise<Answer<T>> => {
  try {
    return done(await work())
  } catch (error) {
    const failure = recordFailure(error, file)
    if (failure) return { ok: false, failure }
    throw error
  }
}
