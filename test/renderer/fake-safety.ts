import type { CommandHandlers } from '../../src/contract/commands.ts'
import type { CopyView, ImportView, SafetyView } from '../../src/contract/safety-views.ts'
import { done } from '../../src/core/failure.ts'

const FOLDER = '/home/counter/.config/Benchside/copies'

export const COPIES: readonly CopyView[] = [
  { at: '2026-11-23T09:02:11.000Z', kind: 'day', tickets: 412, version: 'this' },
  { at: '2026-11-22T18:40:03.000Z', kind: 'day', tickets: 409, version: 'this' },
  { at: '2026-11-02T09:00:00.000Z', kind: 'version', tickets: 377, version: 'older' },
  { at: '2026-10-30T09:00:00.000Z', kind: 'damaged', tickets: null, version: null },
].map(
  (copy, index) => ({ ...copy, file: `${FOLDER}/copy-${String(index)}.db`, bytes: 4_000_000 }) as CopyView,
)

export const SAFE: SafetyView = {
  copies: {
    folder: FOLDER,
    isOwnFolder: true,
    kept: 14,
    last: { at: '2026-11-23T09:02:11.000Z', file: `${FOLDER}/copy-0.db`, tickets: 412 },
    isOld: false,
    failure: null,
  },
  check: { at: '2026-11-23T09:02:00.000Z', tickets: 412, failure: null },
  forget: { months: 0, last: null, failure: null },
  working: [],
}

const TRIAL: ImportView = {
  file: '/media/stick/record.json',
  dryRun: true,
  counts: { added: 12, changed: 1, same: 400, kept: 1, faulty: 1 },
  notes: [{ line: 7, how: 'kept', code: 'ticket-newer', details: { number: 'T-0007' } }],
  isWhole: true,
}

type SafetyCommand =
  | 'safety.get'
  | 'customer.erase'
  | 'note.erase'
  | 'customer.due'
  | 'customer.forgetAfter'
  | Extract<keyof CommandHandlers, `record.${string}`>
  | 'work.stop'
  | Extract<keyof CommandHandlers, `copies.${string}` | `start.${string}`>

export const fakeSafety = (safety: SafetyView = SAFE): Pick<CommandHandlers, SafetyCommand> => {
  const same = async () => done(safety)
  const list = async () => done(COPIES)
  return {
    'safety.get': same,
    'customer.erase': async () =>
      done({ tickets: 1, sameNumber: [], isInLog: false, cleaned: 3, left: [], failure: null }),
    'note.erase': async () => done({ isInLog: false, cleaned: 3, left: [], failure: null }),
    'record.check': same,
    'record.export': async () => done(null),
    'record.importTrial': async () => done(TRIAL),
    'record.import': async () => done({ ...TRIAL, dryRun: false }),
    'copies.list': list,
    'customer.due': async () => done({ customers: 3, isWhole: true }),
    'customer.forgetAfter': same,
    'copies.make': same,
    'copies.chooseFolder': same,
    'copies.useOwnFolder': same,
    'copies.keep': same,
    'copies.remove': list,
    'copies.compare': async () =>
      done({ copy: COPIES[1] as CopyView, lost: { tickets: 3, numbers: ['T-0412'], changed: 2 } }),
    'copies.restore': async () => done(null),
    'start.get': async () => done({ state: 'open', notice: null }),
    'start.again': async () => done(null),
    'start.chooseFolder': async () => done(null),
    'start.restore': async () => done(null),
    'start.keepDamaged': async () => done({ file: null }),
    'work.stop': async () => done(null),
  }
}
