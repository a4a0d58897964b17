import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { saveWhole, whyNotSaved } from '../../src/device/whole-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'benchside-whole-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('text and bytes are saved whole, over what was there, for the owner’s eyes alone', async () => {
  const file = join(folder, 'slip.pdf')
  writeFileSync(file, 'older and longer')
  expect(await saveWhole(file, Uint8Array.of(37, 80, 68, 70))).toBeNull()
  expect(readFileSync(file, 'latin1')).toBe('%PDF')
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(await saveWhole(file, 'text')).toBeNull()
  expect(readdirSync(folder)).toEqual(['slip.pdf'])
})

test('a link keeps pointing to the file that is saved', async () => {
  const file = join(folder, 'real.pdf')
  writeFileSync(file, 'before')
  symlinkSync(file, join(folder, 'link.pdf'))
  expect(await saveWhole(join(folder, 'link.pdf'), 'after')).toBeNull()
  expect(readFileSync(file, 'utf8')).toBe('after')
})

test('what stands in the way is told in words, without the path', async () => {
  writeFileSync(join(folder, 'file'), 'kept')
  mkdirSync(join(folder, 'there'))
  expect(await saveWhole(join(folder, 'none', 'x.pdf'), 'x')).toBe('the folder is not there')
  expect(await saveWhole(join(folder, 'file', 'x.pdf'), 'x')).toBe('the folder is not there')
  expect(await saveWhole(join(folder, 'there'), 'x')).toBe('it is no file')
  expect(whyNotSaved(Object.assign(new Error('open /secret/.part'), { code: 'EROFS' }))).toBe(
    'the disk can only be read',
  )
  expect(whyNotSaved(Object.assign(new Error('open /secret/.part'), { code: 'EODD' }))).toBe('EODD')
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('kept')
})

test('a full disk is told, and leaves what was there as it was, with nothing beside it', async (context) => {
  const disk = mkdtempSync(join(tmpdir(), 'benchside-full-'))
  onTestFinished(() => rmSync(disk, { recursive: true, force: true }))
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
  if (made.status !== 0) return context.skip('not run: only root may mount a small disk to fill')
  try {
    const file = join(disk, 'slip.pdf')
    expect(await saveWhole(file, 'older')).toBeNull()
    expect(await saveWhole(file, new Uint8Array(200_000))).toBe('the disk is full')
    expect(readFileSync(file, 'utf8')).toBe('older')
    expect(readdirSync(disk)).toEqual(['slip.pdf'])
  } finally {
    spawnSync('umount', ['-l', disk])
  }
})
