import { expect, test } from 'vitest'
import { tryFaults, type Fault } from './faults.ts'

const faultsOf = (
  call: Fault['call'],
  ats: readonly number[],
  more: readonly Pick<Fault, 'error' | 'how'>[],
) => more.flatMap((rest) => ats.map((at): Fault => ({ call, at, ...rest })))

const FAULTS: readonly Fault[] = [
  ...faultsOf(
    'write',
    [1, 5, 20],
    [
      { error: 'EIO', how: 'once' },
      { error: 'ENOSPC', how: 'once' },
      { error: 'EIO', how: 'from then on' },
      { error: 'ENOSPC', how: 'from then on' },
      { error: 'ENOSPC', how: 'half done, then never' },
    ],
  ),
  ...faultsOf(
    'sync',
    [1, 2, 3, 4, 5, 6, 9],
    [
      { error: 'EIO', how: 'once' },
      { error: 'EIO', how: 'from then on' },
    ],
  ),
]

test.runIf(process.platform === 'linux')(
  'a disk that fails at any write or fsync takes nothing that was answered, and leaves nothing that was refused',
  { timeout: 240_000 },
  () => {
    const outcomes = tryFaults(FAULTS)
    expect(outcomes.map(({ fault }) => fault)).toEqual(FAULTS)
    expect(outcomes.filter(({ struck }) => struck === 0)).toEqual([])
    const wrong = outcomes.filter(
      ({ afterKill, afterClose, goesOn }) => afterKill.length + afterClose.length > 0 || !goesOn,
    )
    expect(wrong).toEqual([])
    const told = outcomes.flatMap(({ fault, refused }) => refused.map((code) => `${fault.error} ${code}`))
    expect(new Set(told)).toEqual(new Set(['EIO record.failing', 'ENOSPC record.full']))
  },
)
