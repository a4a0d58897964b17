import { done, failed, type Answer } from '../core/failure.ts'
import { parseRecording, type Recording } from '../core/recording.ts'
import { readWhole, saveWhole } from './whole-file.ts'

/** No recording of ours comes near it: 24 sections of 20,000 characters each. */
export const LARGEST_RECORDING = 8 * 1024 * 1024

/** Saves a recording whole or not at all. */
export const saveRecording = async (file: string, recording: Recording): Promise<Answer<null>> => {
  const why = await saveWhole(file, `${JSON.stringify(recording, null, 1)}\n`)
  return why === null ? done(null) : failed('recording.unsaved', { file, why })
}

/** Reads a recording that anybody may have made: bounded, checked, or refused in words. `name` stands in those. */
export const openRecording = async (file: string, name: string = file): Promise<Answer<Recording>> => {
  const read = await readWhole(file, LARGEST_RECORDING, 'it is far larger than a recording')
  return read.ok
    ? parseRecording(read.text, name)
    : failed('recording.unusable', { file: name, why: read.why })
}
