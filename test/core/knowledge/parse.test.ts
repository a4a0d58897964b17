import { expect, test } from 'vitest'
import { parseKnowledge, type KnowledgeFiles } from '../../../src/core/knowledge/parse-knowledge.ts'
import { SHIPPED_FILES } from '../../../src/core/knowledge/shipped-files.ts'

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null
type Kind = Exclude<keyof KnowledgeFiles, 'speech'>
type Words = { language: string; phrases: Record<string, string[]>; concepts: Record<string, string[]> }
type Files = {
  [K in Kind]: { version: string; records: Record<string, Json>[] } & Record<string, Json>
} & { speech: Words[] }

/** A copy of the shipped files, spoilt in one place. */
const spoilt = (spoil: (files: Files) => void): KnowledgeFiles => {
  const files = JSON.parse(JSON.stringify(SHIPPED_FILES)) as Files
  spoil(files)
  return files
}

const faults = (spoil: (files: Files) => void): string => {
  const answer = parseKnowledge(spoilt(spoil))
  return answer.ok ? '' : String(answer.failure.details['why'])
}

const record = (files: Files, file: Kind, id: string): Record<string, Json> => {
  const found = files[file].records.find((each) => each['id'] === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

test('the shipped files are right', () => {
  expect(parseKnowledge(SHIPPED_FILES).ok).toBe(true)
})

test.each<[string, (files: Files) => void, RegExp]>([
  [
    'a chance above 1',
    (files) => (record(files, 'causes', 'clock-wrong')['prior'] = 1.2),
    /causes\.json, “clock-wrong”, prior: a starting chance is at most 0\.5/u,
  ],
  [
    'a chance of zero',
    (files) => (record(files, 'symptoms', 'sign-in-loop')['leak'] = 0),
    /“sign-in-loop”, leak/u,
  ],
  [
    'minutes below zero',
    (files) => (record(files, 'fixes', 'set-clock')['minutes'] = -2),
    /“set-clock”, minutes: a step takes more than 0 minutes/u,
  ],
  [
    'no English text',
    (files) => (record(files, 'fixes', 'set-clock')['title'] = {}),
    /“set-clock”, title\.en: words are missing here/u,
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
  [
    'a code for no symptom',
    (files) => (record(files, 'codes', 'account-70016')['symptom'] = 'nothing'),
    /code “account-70016” stands for the symptom “nothing”/u,
  ],
  [
    'a code that is no number',
    (files) => (record(files, 'codes', 'account-70016')['code'] = 'E7'),
    /codes\.json, “account-70016”, code: a code is a number/u,
  ],
  [
    'advice after no cause',
    (files) => (record(files, 'advice', 'back-up-first')['after'] = ['nothing']),
    /advice “back-up-first” is for the cause “nothing”/u,
  ],
  [
    'doubtful advice',
    (files) => (record(files, 'advice', 'back-up-first')['trust'] = 'C'),
    /“back-up-first” is doubtful/u,
  ],
  [
    'a warning of something trusted',
    (files) => (record(files, 'warnings', 'no-api-key')['trust'] = 'A'),
    /warning “no-api-key” warns of something that is trusted/u,
  ],
  [
    'a language that is missing',
    (files) => (files.speech = files.speech.filter(({ language }) => language !== 'ru')),
    /nothing is said in the language “ru”/u,
  ],
  [
    'a symptom that nobody says in a language',
    (files) => delete files.speech[0]?.phrases['sign-in-loop'],
    /symptom “sign-in-loop” has no phrases in the language “en”/u,
  ],
  [
    'phrases for no symptom',
    (files) => Object.assign(files.speech[0]?.phrases ?? {}, { nothing: ['x'] }),
    /phrases in “en” for the symptom “nothing”/u,
  ],
  [
    'a concept that there is not',
    (files) => files.speech[0]?.phrases['sign-in-loop']?.push('<nothing> here'),
    /names “<nothing>”/u,
  ],
  [
    'a concept that nobody uses',
    (files) => Object.assign(files.speech[0]?.concepts ?? {}, { spare: ['x'] }),
    /no phrase in “en” uses “<spare>”/u,
  ],
  ['files of different versions', (files) => (files.signs.version = '2020.1.1'), /different versions/u],
])('%s is told with the record’s name', (_, spoil, message) => {
  expect(faults(spoil)).toMatch(message)
})

test.each([null, 7, 'x', [], {}, { records: 3 }])(
  'something else than a knowledge file (%j) is refused in words',
  (file) => {
    const answer = parseKnowledge({ ...SHIPPED_FILES, causes: file })
    expect(answer).toMatchObject({ ok: false, failure: { code: 'knowledge.damaged' } })
  },
)
