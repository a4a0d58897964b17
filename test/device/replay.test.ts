import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SECTIONS } from '../../src/core/probes/index.ts'
import type { SectionOutput } from '../../src/core/probes/probe.ts'
import { parseRecording, type Recording } from '../../src/core/recording.ts'
import type { LinkEnd, PhoneLink } from '../../src/device/phone-link.ts'
import { recordingLink, replayLink } from '../../src/device/replay.ts'
import { trainingRecordings, trainingText } from './recordings.ts'

const recording = trainingRecordings()[0] as Recording
const never = (): AbortSignal => new AbortController().signal

const play = async (
  link: PhoneLink,
  signal = never(),
): Promise<{ end: LinkEnd; outputs: readonly SectionOutput[] }> => {
  const outputs: SectionOutput[] = []
  const end = await link.inspect(SECTIONS, signal, (output) => outputs.push(output))
  return { end, outputs }
}

test('a recording is played back as it was recorded', async () => {
  const { end, outputs } = await play(replayLink(recording))
  expect(outputs).toEqual(recording.sections)
  expect(outputs.length).toBeGreaterThan(10)
  expect(end).toEqual({ stopped: null, roundTrips: 1, detail: null })
})

test('what is recorded while it is played is the same recording', async () => {
  const { link, recording: recorded } = recordingLink(
    replayLink(recording),
    recording.phone,
    (output) => output,
  )
  await play(link)
  expect(recorded()).toEqual({ ...recording, recordedAt: recorded().recordedAt })
  const again = parseRecording(JSON.stringify(recorded()), 'again.json')
  expect(again).toEqual({ ok: true, value: recorded() })
})

test('only what is kept of a section is recorded, and all of it is handed on', async () => {
  const { link, recording: recorded } = recordingLink(replayLink(recording), recording.phone, (output) => ({
    ...output,
    text: '',
  }))
  const { outputs } = await play(link)
  expect(outputs).toEqual(recording.sections)
  expect(new Set(recorded().sections.map(({ text }) => text))).toEqual(new Set(['']))
})

test('a recording that was cut short ends as it ended then', async () => {
  const cut: Recording = { ...recording, stopped: 'unplugged', sections: recording.sections.slice(0, 3) }
  const { end, outputs } = await play(replayLink(cut))
  expect(outputs).toEqual(cut.sections)
  expect(end.stopped).toBe('unplugged')
  const { link, recording: recorded } = recordingLink(replayLink(cut), cut.phone, (output) => output)
  await play(link)
  expect(recorded().stopped).toBe('unplugged')
})

test('sections that are not asked for are not played', async () => {
  const outputs: SectionOutput[] = []
  const wanted = SECTIONS.filter(({ id }) => id === 'clock')
  await replayLink(recording).inspect(wanted, never(), (output) => outputs.push(output))
  expect(outputs.map(({ id }) => id)).toEqual(['clock'])
})

test('played at its own pace it is the same, and never slow', async () => {
  const slow: Recording = {
    ...recording,
    sections: recording.sections
      .slice(0, 3)
      .map((output, at) => ({ ...output, sentAt: 0, receivedAt: at === 1 ? -1e12 : 1e12 })),
  }
  const started = performance.now()
  const { outputs } = await play(replayLink(slow, true))
  expect(outputs).toEqual(slow.sections)
  expect(performance.now() - started).toBeLessThan(1500)
})

test.each([
  ['unplugged', 'unplugged'],
  ['cancelled', 'cancelled'],
])('%s in the middle, it ends there', async (reason, stopped) => {
  for (const paced of [false, true]) {
    const stop = new AbortController()
    const outputs: SectionOutput[] = []
    const end = await replayLink(recording, paced).inspect(SECTIONS, stop.signal, (output) => {
      outputs.push(output)
      if (outputs.length === 2) stop.abort(reason)
    })
    expect(end.stopped).toBe(stopped)
    expect(outputs).toEqual(recording.sections.slice(0, 2))
  }
})

type Spoilt = { [key: string]: unknown; phone: Record<string, unknown>; sections: Record<string, unknown>[] }

const spoilt = (spoil: (value: Spoilt) => void): string => {
  const value = JSON.parse(trainingText('1-as-it-came')) as Spoilt
  spoil(value)
  return JSON.stringify(value)
}
const first = (value: Spoilt): Record<string, unknown> => value.sections[0] ?? {}

test.each<[string, string, RegExp]>([
  ['is empty', '', /JSON/u],
  ['was cut off', trainingText('1-as-it-came').slice(0, 500), /JSON/u],
  ['is a list', '[]', /object/u],
  ['is of a later form', spoilt((value) => (value['schema'] = 2)), /^schema: /u],
  ['has no phone', spoilt((value) => Reflect.deleteProperty(value, 'phone')), /^phone: /u],
  ['has a state that there is not', spoilt((value) => (value.phone['state'] = 'well')), /^phone\.state: /u],
  ['has half a number', spoilt((value) => (value.phone['transportId'] = 1.5)), /^phone\.transportId: /u],
  ['ended for no reason known', spoilt((value) => (value['stopped'] = 'bored')), /^stopped: /u],
  ['has text that is none', spoilt((value) => (first(value)['text'] = 7)), /^sections\.0\.text: /u],
  [
    'has text without end',
    spoilt((value) => (first(value)['text'] = 'x'.repeat(4_000_001))),
    /^sections\.0\.text: /u,
  ],
  [
    'has sections without end',
    spoilt((value) => (value.sections = Array.from({ length: 501 }, () => first(value)))),
    /^sections: /u,
  ],
  ['has no times', spoilt((value) => (first(value)['sentAt'] = null)), /^sections\.0\.sentAt: /u],
])('a recording that %s is refused, and why', (_, json, why) => {
  const parsed = parseRecording(json, 'phone.json')
  expect(parsed).toMatchObject({
    ok: false,
    failure: { code: 'recording.unusable', details: { file: 'phone.json' } },
  })
  expect(parsed.ok ? '' : parsed.failure.details['why']).toMatch(why)
})

test('names in a recording are cleaned as those of a phone are', () => {
  const parsed = parseRecording(
    spoilt((value) => (value.phone['model'] = '\u001b[31mRed\u202emi')),
    'phone.json',
  )
  expect(parsed).toMatchObject({ ok: true, value: { phone: { model: 'Redmi' } } })
})

test('a recording damaged anywhere is read or refused', () => {
  const text = trainingText('1-as-it-came')
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 5 }), (at, drop, put) => {
      const parsed = parseRecording(text.slice(0, at) + put + text.slice(at + drop), 'phone.json')
      expect(parsed.ok || parsed.failure.code === 'recording.unusable').toBe(true)
    }),
    { numRuns: 60 },
  )
})
