import { expect, test } from 'vitest'
import { SECTIONS } from '../../src/core/probes/index.ts'
import { isRecordingKey } from '../../src/core/phone.ts'
import type { Recording } from '../../src/core/recording.ts'
import { MOST_RECORDINGS, recordingBench } from '../../src/device/recording-bench.ts'
import { fakeBench, listed, valueOf } from '../usecases/fakes.ts'
import { trainingRecordings } from './recordings.ts'

const recording = trainingRecordings()[0] as Recording
const REAL = listed(1, 'TRAINING')

test('a recording is a phone of its own beside the real one of the same serial, and is played', async () => {
  const real = fakeBench()
  await real.put(REAL)
  const bench = recordingBench(real.bench)
  const told: number[] = []
  bench.onChange(({ phones }) => told.push(phones.length))
  const key = valueOf(bench.play(recording))
  expect(key).toBe('recording-2')
  expect([key, 'training', 'transport-1'].map(isRecordingKey)).toEqual([true, false, false])
  const [first, played] = bench.state().phones
  expect(first).toEqual(REAL)
  expect(played).toEqual({
    ...recording.phone,
    transportId: -2,
    state: 'device',
    recordedAt: recording.recordedAt,
  })
  const arrived: string[] = []
  if (!played) throw new Error('no recording')
  await bench.open(played).inspect(SECTIONS, new AbortController().signal, ({ id }) => arrived.push(id))
  expect(arrived).toEqual(recording.sections.map(({ id }) => id))
  expect(real.plays).toEqual([])

  expect(bench.remove(key)).toBe(true)
  expect(bench.remove(key)).toBe(false)
  expect(bench.remove('transport-1')).toBe(false)
  expect(bench.state().phones).toEqual([REAL])
  expect(told).toEqual([2, 1])
})

test('one that was made of a phone in trouble can be read all the same', () => {
  const bench = recordingBench(fakeBench().bench)
  bench.play({ ...recording, phone: { ...recording.phone, state: 'unauthorized' } })
  expect(bench.state().phones[0]?.state).toBe('device')
})

test('the same file again is another place, and a number is never given twice', () => {
  const bench = recordingBench(fakeBench().bench)
  const first = valueOf(bench.play(recording))
  bench.remove(first)
  expect([valueOf(bench.play(recording)), valueOf(bench.play(recording))]).toEqual([
    'recording-3',
    'recording-4',
  ])
})

test('there is an end to how many are open, and it is said', () => {
  const bench = recordingBench(fakeBench().bench)
  for (let count = 0; count < MOST_RECORDINGS; count += 1) expect(bench.play(recording).ok).toBe(true)
  expect(bench.play(recording)).toMatchObject({ failure: { code: 'recording.too-many' } })
  expect(bench.state().phones).toHaveLength(MOST_RECORDINGS)
})

test('phones come and go beneath it, and it ends with them', async () => {
  const real = fakeBench()
  const bench = recordingBench(real.bench)
  bench.play(recording)
  await real.put(REAL)
  expect(bench.state().phones.map(({ transportId }) => transportId)).toEqual([1, -2])
  const play = bench.open(REAL).inspect(SECTIONS, new AbortController().signal, () => undefined)
  await real.plays[0]?.end()
  expect((await play).stopped).toBeNull()
  await bench.close()
  expect(real.listeners.size).toBe(0)
})
