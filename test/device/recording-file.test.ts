import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Recording } from '../../src/core/recording.ts'
import { LARGEST_RECORDING, openRecording, saveRecording } from '../../src/device/recording-file.ts'
import { trainingRecordings } from './recordings.ts'

const recording = trainingRecordings()[0] as Recording

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'benchside-recording-'))
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true })
  })
  return made
}

test('what is saved is what is opened, for its owner’s eyes alone, and nothing is left beside it', async () => {
  const place = folder()
  const file = join(place, 'phone.json')
  expect(await saveRecording(file, recording)).toEqual({ ok: true, value: null })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(place)).toEqual(['phone.json'])
  expect(await openRecording(file)).toEqual({ ok: true, value: recording })
})

test('a file that is there is replaced as a whole, and is its owner’s alone from then on', async () => {
  const place = folder()
  const file = join(place, 'phone.json')
  writeFileSync(file, 'x'.repeat(2_000_000), { mode: 0o644 })
  symlinkSync(file, join(place, 'link.json'))
  await saveRecording(join(place, 'link.json'), recording)
  expect(await openRecording(file)).toEqual({ ok: true, value: recording })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(place)).toEqual(['link.json', 'phone.json'])
})

test.each([
  ['a folder that is not there', (place: string) => join(place, 'none', 'phone.json')],
  ['a folder', (place: string) => place],
  ['a device', () => '/dev/null'],
])('%s cannot be saved to, and stays as it is', async (_, where) => {
  const place = folder()
  const file = where(place)
  const saved = await saveRecording(file, recording)
  expect(saved).toMatchObject({ ok: false, failure: { code: 'recording.unsaved', details: { file } } })
  expect(readdirSync(place)).toEqual([])
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
})

test.each<[string, (file: string) => void, string]>([
  ['is not there', () => undefined, 'it cannot be opened'],
  ['is a folder', (file) => mkdirSync(file), 'it is no file'],
  // Nobody will ever write into it: whoever opens it waits for good.
  ['is a pipe', (file) => execFileSync('mkfifo', [file]), 'it is no file'],
  ['is a picture', (file) => writeFileSync(file, Buffer.from('89504e470d0a1a0aff', 'hex')), 'it is not text'],
  ['is empty', (file) => writeFileSync(file, ''), 'it is not JSON'],
  ['is the page of a web site', (file) => writeFileSync(file, '<html></html>'), 'it is not JSON'],
  [
    'is huge',
    (file) => {
      writeFileSync(file, '')
      truncateSync(file, 40 * 1024 ** 3)
    },
    'it is far larger than a recording',
  ],
  [
    'is JSON of something else',
    (file) => writeFileSync(file, '{"name":"benchside"}'),
    'schema: Invalid input: expected 1',
  ],
])('a file that %s is refused in words', async (_, make, why) => {
  const file = join(folder(), 'phone.json')
  make(file)
  const opened = await openRecording(file, 'phone.json')
  expect(opened).toEqual({
    ok: false,
    failure: { code: 'recording.unusable', details: { file: 'phone.json', why } },
  })
})

test('a recording just within the bound is still looked at', async () => {
  const file = join(folder(), 'phone.json')
  writeFileSync(file, ' '.repeat(LARGEST_RECORDING))
  expect(await openRecording(file)).toMatchObject({ failure: { details: { why: 'it is not JSON' } } })
})

test('rubbish is refused or opened, never thrown', async () => {
  const file = join(folder(), 'phone.json')
  const whole = Buffer.from(JSON.stringify(recording))
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 40 }), async (at, rubbish) => {
      writeFileSync(file, Buffer.concat([whole.subarray(0, at), rubbish, whole.subarray(at)]))
      const opened = await openRecording(file)
      expect(opened.ok || opened.failure.code === 'recording.unusable').toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('the same section twice is no recording, as it was never one answer', async () => {
  const file = join(folder(), 'phone.json')
  const [first] = recording.sections
  await saveRecording(file, { ...recording, sections: [...recording.sections, ...(first ? [first] : [])] })
  expect(readFileSync(file, 'utf8')).toContain('clock')
  expect(await openRecording(file)).toMatchObject({
    failure: { details: { why: 'sections: one of them is there twice' } },
  })
})
