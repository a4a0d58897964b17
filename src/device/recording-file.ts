import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { done, failed, type Answer } from '../core/failure.ts'
import { parseRecording, type Recording } from '../core/recording.ts'

/** No recording of ours comes near it: 24 sections of 20,000 characters each. */
export const LARGEST_RECORDING = 8 * 1024 * 1024

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown')

/**
 * Saves a recording whole or not at all: written beside its place, then moved there. For its owner's eyes alone, as it
 * names a phone.
 */
export const saveRecording = async (file: string, recording: Recording): Promise<Answer<null>> => {
  let draft: string | null = null
  try {
    // A link keeps pointing to the file; what is no file (a device, a pipe) is not replaced by one.
    const place = await realpath(file).catch(() => file)
    const there = await stat(place).catch(() => null)
    if (there !== null && !there.isFile()) return failed('recording.unsaved', { file, why: 'it is no file' })
    draft = join(dirname(place), `.benchside-${randomUUID()}.part`)
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify(recording, null, 1)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, place)
    return done(null)
  } catch (error) {
    if (draft !== null) await rm(draft, { force: true }).catch(() => undefined)
    return failed('recording.unsaved', { file, why: whyOf(error) })
  }
}

/** The bytes of a file, as long as it is one and no larger than a recording may be; else what is wrong with it. */
const readBounded = async (file: string): Promise<Uint8Array | string> => {
  // Opening a pipe would wait for its writer, so it is looked at first.
  if (!(await stat(file)).isFile()) return 'it is no file'
  const handle = await open(file, 'r')
  try {
    const bytes = Buffer.alloc(LARGEST_RECORDING + 1)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length)
      if (bytesRead === 0) return bytes.subarray(0, length)
      length += bytesRead
    }
    return 'it is far larger than a recording'
  } finally {
    await handle.close()
  }
}

/** Reads a recording that anybody may have made: bounded, checked, or refused in words. `name` stands in those. */
export const openRecording = async (file: string, name: string = file): Promise<Answer<Recording>> => {
  const unusable = (why: string): Answer<never> => failed('recording.unusable', { file: name, why })
  const bytes = await readBounded(file).catch(() => 'it cannot be opened')
  if (typeof bytes === 'string') return unusable(bytes)
  try {
    return parseRecording(new TextDecoder('utf-8', { fatal: true }).decode(bytes), name)
  } catch {
    return unusable('it is not text')
  }
}
