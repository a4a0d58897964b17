import { dirname, join } from 'node:path'
import { copyName } from '../core/copies/copy-name.ts'
import { done, failed } from '../core/failure.ts'
import { copyRecord } from './copy-record.ts'
import type { BeforeMigrating } from './migrate.ts'

/** A new version changes the record only once a copy of it as it was lies beside it, opened and read. */
export const copyBeforeMigrating: BeforeMigrating = async (file, version) => {
  const copied = await copyRecord(
    file,
    join(dirname(file), copyName('version', new Date().toISOString(), version)),
  )
  if (copied.ok) return done(null)
  const { code, details } = copied.failure
  if (code === 'record.full') return failed('upgrade.no-space', { file, folder: dirname(file) })
  // Said of the record itself, with a way out of its own.
  if (code === 'record.damaged' || code === 'record.changed') return failed(code, { ...details, file })
  return failed('upgrade.no-copy', { file, folder: dirname(file), why: String(details['why'] ?? code) })
}
