import { closeSync, fsyncSync, linkSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** What SQLite keeps beside a file. */
export const BESIDE = ['', '-wal', '-shm', '-journal'] as const

export const removeRecord = (file: string): void => {
  for (const end of BESIDE) rmSync(`${file}${end}`, { force: true })
}

/** What a file holds and that it is there are two things to a disk; both have to last. */
const toDisk = (path: string, how: 'r' | 'r+'): void => {
  const handle = openSync(path, how)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const putInPlace = (from: string, to: string): void => {
  // Windows brings to the disk only what was opened to be written.
  toDisk(from, 'r+')
  renameSync(from, to)
  // Windows opens no folders; NTFS keeps names in its own journal.
  if (process.platform !== 'win32') toDisk(dirname(to), 'r')
}

/** A write-ahead log beside the record is taken for its own by whatever is put there: it would be written into it. */
export const besidesAside = (file: string, aside: string): void => {
  for (const end of BESIDE)
    if (end !== '' && existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`)
}

/** What is there gets a second name, so that at every moment there is a record, whatever is pulled out of the wall. */
export const keepAside = (file: string, aside: string): void => {
  try {
    linkSync(file, aside)
  } catch {
    // A disk without second names (exFAT).
    renameSync(file, aside)
  }
}
