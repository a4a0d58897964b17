import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRounds } from '../storage/sqlite/kill-rounds.ts'
import { print } from './figure.ts'

/** A busy counter that is killed again and again, at another moment each time; everything that was answered has to be there. */
const ROUNDS = 500

const folder = mkdtempSync(join(tmpdir(), 'benchside-kill-'))
const told = (round: number): void =>
  void process.stderr.write(round % 50 === 49 ? `${String(round + 1)} rounds\n` : '')
const { acknowledged, lost, torn, faults } = await killRounds(folder, ROUNDS, told)
rmSync(folder, { recursive: true, force: true })

const against = `${String(acknowledged)} answered changes, ${String(ROUNDS)} kills`
for (const [name, found, unit] of [
  ['answered changes that were lost', lost, 'changes'],
  ['tickets of which only a part was kept', torn, 'tickets'],
  ['faults of the file or the history', faults, 'faults'],
] as const) {
  print({ name, value: found.length, unit, against, ratio: found.length / acknowledged })
  for (const one of found) process.stderr.write(`${name}: ${one}\n`)
}
process.exitCode = lost.length + torn.length + faults.length === 0 ? 0 : 1
