import { expect, test } from 'vitest'
import { cleanDeviceText } from '../../src/core/device-text.ts'
import { TRAINING_TRANSPORT_ID, type ListedPhone } from '../../src/core/phone.ts'
import type { SectionOutput } from '../../src/core/probes/probe.ts'
import { SECTIONS } from '../../src/core/probes/index.ts'
import type { Bench, BenchState, PhoneLink } from '../../src/device/phone-link.ts'
import { trainingBench, type TrainingBench } from '../../src/device/training-bench.ts'
import { trainingRecordings } from './recordings.ts'

const REAL: ListedPhone = {
  serial: cleanDeviceText('c83a91f1'),
  transportId: 1,
  state: 'device',
  model: null,
  product: null,
  codename: null,
}
const realLink: PhoneLink = {
  inspect: () => Promise.resolve({ stopped: null, roundTrips: 1, detail: 'the real one' }),
  follow: () => Promise.resolve({ stopped: null, roundTrips: 1, detail: 'the real one' }),
}

/** A bench with one phone plugged in, and a hand to unplug it. */
const realBench = () => {
  let state: BenchState = {
    server: { state: 'running', version: 41, port: 15_037 },
    phones: [REAL],
  }
  let closed = 0
  const listeners = new Set<(next: BenchState) => void>()
  const bench: Bench = {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: () => realLink,
    close: () => {
      closed += 1
      return Promise.resolve()
    },
  }
  return {
    bench,
    unplug: (): void => {
      state = { ...state, phones: [] }
      for (const listener of listeners) listener(state)
    },
    listeners: () => listeners.size,
    closed: () => closed,
  }
}

const recordings = trainingRecordings()
const numbers = (bench: Bench): readonly number[] =>
  bench.state().phones.map(({ transportId }) => transportId)

const trainingPhone = (bench: Bench): ListedPhone => {
  const phone = bench.state().phones.find(({ transportId }) => transportId === TRAINING_TRANSPORT_ID)
  if (!phone) throw new Error('no training phone')
  return phone
}

const readTraining = async (bench: TrainingBench): Promise<readonly SectionOutput[]> => {
  const outputs: SectionOutput[] = []
  const link = bench.open(trainingPhone(bench))
  await link.inspect(SECTIONS, new AbortController().signal, (output) => outputs.push(output))
  return outputs
}

test('the training phone stands beside the real ones as long as it is wanted', () => {
  const bench = trainingBench(realBench().bench, recordings)
  expect(numbers(bench)).toEqual([1])
  bench.start()
  expect(numbers(bench)).toEqual([1, TRAINING_TRANSPORT_ID])
  expect(trainingPhone(bench).state).toBe('device')
  bench.start()
  expect(numbers(bench)).toEqual([1, TRAINING_TRANSPORT_ID])
  bench.stop()
  expect(numbers(bench)).toEqual([1])
})

test('every change is told, of the real phones and of the training phone', () => {
  const real = realBench()
  const bench = trainingBench(real.bench, recordings)
  const told: number[] = []
  const stop = bench.onChange(({ phones }) => told.push(phones.length))
  bench.start()
  real.unplug()
  bench.stop()
  stop()
  bench.start()
  expect(told).toEqual([2, 1, 0])
})

test('a real phone is opened on the real bench', async () => {
  const bench = trainingBench(realBench().bench, recordings)
  bench.start()
  expect(bench.open(REAL)).toBe(realLink)
})

test('the training phone gets better with each fix, and stays well', async () => {
  const bench = trainingBench(realBench().bench, recordings)
  bench.start()
  const asItCame = await readTraining(bench)
  expect(asItCame).toEqual(recordings[0]?.sections)
  bench.after(1)
  expect(await readTraining(bench)).toEqual(recordings[1]?.sections)
  bench.after(9)
  expect(await readTraining(bench)).toEqual(recordings.at(-1)?.sections)
  bench.start()
  expect(await readTraining(bench)).toEqual(asItCame)
})

test('the training phone’s log says what it says at this stage, and goes on until it is stopped', async () => {
  const bench = trainingBench(realBench().bench, recordings, [['since', 'one'], ['two']])
  bench.start()
  const followed = async (): Promise<string> => {
    const training = bench.state().phones.find(({ transportId }) => transportId === TRAINING_TRANSPORT_ID)
    const stop = new AbortController()
    let text = ''
    const end = await bench
      .open(training ?? REAL)
      .follow('', { totalMs: 5000, maxBytes: 1 }, stop.signal, (more) => {
        text += new TextDecoder().decode(more)
        if (/one|two/u.test(text)) stop.abort('unplugged')
      })
    expect(end.stopped).toBe('unplugged')
    return text
  }
  expect(await followed()).toBe('since\none\n')
  bench.after(1)
  expect(await followed()).toBe('two\n')
})

test('without a recording there is no training phone', () => {
  const bench = trainingBench(realBench().bench, [])
  bench.start()
  expect(numbers(bench)).toEqual([1])
  expect(bench.open({ ...REAL, transportId: TRAINING_TRANSPORT_ID })).toBe(realLink)
})

test('closed, it closes the real bench and tells nobody any more', async () => {
  const real = realBench()
  const bench = trainingBench(real.bench, recordings)
  const told: number[] = []
  bench.onChange(({ phones }) => told.push(phones.length))
  await bench.close()
  expect([real.listeners(), real.closed()]).toEqual([0, 1])
  real.unplug()
  expect(told).toEqual([])
})
