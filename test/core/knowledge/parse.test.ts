import { expect, test } from 'vitest'
import causes from '../../../resources/knowledge/causes.json' with { type: 'json' }
import checks from '../../../resources/knowledge/checks.json' with { type: 'json' }
import fixes from '../../../resources/knowledge/fixes.json' with { type: 'json' }
import signs from '../../../resources/knowledge/signs.json' with { type: 'json' }
import symptoms from '../../../resources/knowledge/symptoms.json' with { type: 'json' }
import { parseKnowledge, type KnowledgeFiles } from '../../../src/core/knowledge/parse-knowledge.ts'

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null
type Files = {
  [K in keyof KnowledgeFiles]: { version: string; records: Record<string, Json>[] } & Record<string, Json>
}

/** A copy of the shipped files, spoilt in one place. */
const spoilt = (spoil: (files: Files) => void): KnowledgeFiles => {
  const files = JSON.parse(JSON.stringify({ causes, checks, fixes, signs, symptoms })) as Files
  spoil(files)
  return files
}

const faults = (spoil: (files: Files) => void): string => {
  const answer = parseKnowledge(spoilt(spoil))
  return answer.ok ? '' : String(answer.failure.details['why'])
}

const record = (files: Files, file: keyof KnowledgeFiles, id: string): Record<string, Json> => {
  const found = files[file].records.find((each) => each['id'] === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

test('the shipped files are right', () => {
  expect(parseKnowledge({ causes, checks, fixes, signs, symptoms }).ok).toBe(true)
})

test.each<[string, (files: Files) => void, RegExp]>([
  [
    'a chance above 1',
    (files) => (record(files, 'causes', 'clock-wrong')['prior'] = 1.2),
    /causes\.json, “clock-wrong”, prior/u,
  ],
  [
    'a chance of zero',
    (files) => (record(files, 'symptoms', 'sign-in-loop')['leak'] = 0),
    /“sign-in-loop”, leak/u,
  ],
  [
    'minutes below zero',
    (files) => (record(files, 'fixes', 'set-clock')['minutes'] = -2),
    /“set-clock”, minutes/u,
  ],
  [
    'no English text',
    (files) => (record(files, 'fixes', 'set-clock')['title'] = {}),
    /“set-clock”, title\.en/u,
  ],
  [
    'a misspelt field',
    (files) => (record(files, 'fixes', 'set-clock')['minuts'] = 2),
    /“set-clock”.*minuts/u,
  ],
  [
    'an unknown reading',
    (files) =>
      (record(files, 'signs', 'vpn-on')['when'] = { reading: 'network.vnp', test: 'is', value: true }),
    /“vpn-on”, when/u,
  ],
  [
    'evidence that there is not',
    (files) => (record(files, 'causes', 'clock-wrong')['shows'] = { 'sign:clok-off': 0.9 }),
    /“clock-wrong” shows “sign:clok-off”/u,
  ],
  [
    'evidence that nobody uses',
    (files) => (record(files, 'causes', 'screen-lock-forgotten')['shows'] = { 'symptom:sign-in-loop': 0.1 }),
    /no cause uses “symptom:screen-lock-forgotten”/u,
  ],
  [
    'a fix for no cause',
    (files) => (record(files, 'fixes', 'set-clock')['fixes'] = { 'clock-wrnog': 0.9 }),
    /“set-clock” is for the cause “clock-wrnog”/u,
  ],
  [
    'a cause that nothing is done about',
    (files) => (record(files, 'fixes', 'screen-lock-way')['fixes'] = { 'clock-wrong': 0.1 }),
    /nothing is said to do about the cause “screen-lock-forgotten”/u,
  ],
  [
    'a record twice',
    (files) => files.checks.records.push(record(files, 'checks', 'clock-by-hand')),
    /check “clock-by-hand” is there twice/u,
  ],
  [
    'a fact twice',
    (files) => (record(files, 'checks', 'sms-test')['covers'] = ['CK01']),
    /fact “CK01” is there twice/u,
  ],
  [
    'a risk without its caution',
    (files) => delete record(files, 'fixes', 'factory-reset')['caution'],
    /“factory-reset” has a risk and no caution/u,
  ],
  [
    'a doubtful fix',
    (files) => (record(files, 'fixes', 'set-clock')['trust'] = 'C'),
    /“set-clock” is doubtful/u,
  ],
  [
    'a wrong end for a locked phone',
    (files) => (record(files, 'causes', 'locked-to-owner')['endsOnlyIn'] = 'set-clock'),
    /“locked-to-owner” ends only in “set-clock”/u,
  ],
  [
    'a last resort that is none',
    (files) => (files.fixes['lastResort'] = { fix: 'set-clock', minutes: 60 }),
    /last resort “set-clock”/u,
  ],
  ['files of different versions', (files) => (files.signs.version = '2020.1.1'), /different versions/u],
])('%s is told with the record’s name', (_, spoil, message) => {
  expect(faults(spoil)).toMatch(message)
})

test.each([null, 7, 'x', [], {}, { records: 3 }])(
  'something else than a knowledge file (%j) is refused in words',
  (file) => {
    const answer = parseKnowledge({ causes: file, checks, fixes, signs, symptoms })
    expect(answer).toMatchObject({ ok: false, failure: { code: 'knowledge.damaged' } })
  },
)
