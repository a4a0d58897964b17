import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What stands in the way, by the system's own code (errno(3)); the system's own sentence names our draft, not the file. */
const WHYS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'the disk does not take a file as large as this',
  EACCES: 'nothing may be written there',
  EPERM: 'nothing may be written there',
  EROFS: 'the disk can only be read',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'the folder is not there',
  ENAMETOOLONG: 'its name is too long',
  EBUSY: 'another program has it open',
  EIO: 'the disk does not answer as it should',
}

export const whyNotSaved = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? String(error.code) : ''
  return WHYS[code] ?? (code || error.message)
}

/**
 * Saves a file whole or not at all: written beside its place, then moved there. For its owner's eyes alone. Null when
 * it is on the disk, else what stood in the way.
 */
export const saveWhole = async (file: string, contents: string | Uint8Array): Promise<string | null> => {
  let draft: string | null = null
  try {
    // A link keeps pointing to the file; what is no file (a device, a pipe) is not replaced by one.
    const place = await realpath(file).catch(() => file)
    const there = await stat(place).catch(() => null)
    if (there !== null && !there.isFile()) return 'it is no file'
    draft = join(dirname(place), `.benchside-${randomUUID()}.part`)
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(contents)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, place)
    return null
  } catch (error) {
    if (draft !== null) await rm(draft, { force: true }).catch(() => undefined)
    return whyNotSaved(error)
  }
}

/** The bytes of a file, or null when there are more than `most`. */
const readBounded = async (file: string, most: number): Promise<Uint8Array | null> => {
  const handle = await open(file, 'r')
  try {
    const bytes = Buffer.alloc(most + 1)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length)
      if (bytesRead === 0) return bytes.subarray(0, length)
      length += bytesRead
    }
    return null
  } finally {
    await handle.close()
  }
}

export type WholeText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }

/** The text of a file that anybody may have made, as long as it is one and no larger than `most` bytes. */
export const readWhole = async (file: string, most: number, tooLarge: string): Promise<WholeText> => {
  const no = (why: string): WholeText => ({ ok: false, why })
  let bytes: Uint8Array | null
  try {
    // Opening a pipe would wait for its writer, so it is looked at first.
    if (!(await stat(file)).isFile()) return no('it is no file')
    bytes = await readBounded(file, most)
  } catch {
    return no('it cannot be opened')
  }
  if (bytes === null) return no(tooLarge)
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return no('it is not text')
  }
}
