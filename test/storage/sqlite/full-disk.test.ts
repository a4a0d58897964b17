import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../../../src/storage/open-sqlite.ts'
import { newFolder } from '../open-for-test.ts'
import { intake, valueOf } from '../some-record.ts'

/** A disk of so many megabytes; null where nobody may make one. */
const smallDisk = (megabytes: number): string | null => {
  const folder = newFolder()
  const size = `size=${String(megabytes)}m`
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { encoding: 'utf8' })
  if (made.status !== 0) return null
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

test('a disk that is full is told, takes nothing that was answered, and is written again when there is room', async (context) => {
  const disk = smallDisk(2)
  if (disk === null) return context.skip('not run: only root may mount a small disk to fill')
  const ballast = join(disk, 'ballast')
  writeFileSync(ballast, Buffer.alloc(800_000))
  const store = valueOf(await openSqliteStore(disk))
  onTestFinished(() => store.close())
  const answered: string[] = []
  const refused: string[] = []
  for (let count = 0; count < 400 && refused.length < 5; count += 1) {
    const opened = await store.openTicket(intake({ said: 'cannot verify '.repeat(1000) }))
    if (opened.ok) answered.push(opened.value.id)
    else refused.push(opened.failure.code)
  }
  expect(new Set(refused)).toEqual(new Set(['record.full']))
  expect(answered.length).toBeGreaterThan(5)
  rmSync(ballast)
  answered.push(valueOf(await store.openTicket(intake())).id)
  await store.close()

  const again = valueOf(await openSqliteStore(disk))
  onTestFinished(() => again.close())
  const { tickets } = valueOf(await again.tickets({ search: '', state: null, limit: 500 }))
  expect(tickets.map(({ id }) => id)).toEqual(answered.toReversed())
  expect(valueOf(await again.check())).toMatchObject({ tickets: answered.length, faults: [], brokenAt: null })
})
