import { describe, expect, test } from 'vitest'
import { checkDiagnosisInput } from '../../../src/core/diagnosis/check-input.ts'
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts'
import type { Diagnosis, DiagnosisInput } from '../../../src/core/diagnosis/diagnosis.ts'
import { findFix } from '../../../src/core/knowledge/find.ts'
import { SHIPPED } from '../../../src/core/knowledge/shipped.ts'
import { stepsIn } from '../../../src/core/knowledge/text.ts'
import { HEALTHY, readingsFrom } from './readings.ts'

const ask = (input: DiagnosisInput): Diagnosis => diagnose(input, SHIPPED, 'en')
const cause = (diagnosis: Diagnosis, id: string) => {
  const found = diagnosis.causes.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no cause ${id}`)
  return found
}

describe('nothing known', () => {
  const nothing = ask({})
  test('the chances stay near the starting guesses, and say that they are guesses', () => {
    const far = SHIPPED.causes.filter(
      ({ id, prior }) => !(Math.abs(cause(nothing, id).probability - prior) < 0.01),
    )
    expect(far).toEqual([])
    expect(new Set(nothing.causes.flatMap(({ because }) => because.map(({ evidence }) => evidence)))).toEqual(
      new Set(['prior']),
    )
  })
  test('there is a next step all the same, and the plan ends with somebody who can help', () => {
    expect(nothing.next).not.toBeNull()
    expect(nothing.plan.at(-1)?.kind).toBe('refer')
    expect(nothing.plan.length).toBeLessThanOrEqual(8)
    expect(nothing.expectedMinutes).toBeGreaterThan(0)
  })
})

const BOTH: DiagnosisInput = {
  readings: readingsFrom({
    ...HEALTHY,
    'clock.offset': { value: -259_200, uncertainty: 2 },
    'package.com.xiaomi.account': { value: { state: 'disabled' } },
  }),
}

describe('clock wrong and account app disabled at once', () => {
  test('both lead, each with its reading as the reason', () => {
    const { causes } = ask(BOTH)
    expect(
      causes
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['account-app-disabled', 'clock-wrong'])
    for (const { probability } of causes.slice(0, 2)) expect(probability).toBeGreaterThan(0.9)
    expect(cause(ask(BOTH), 'clock-wrong').because[0]).toMatchObject({
      evidence: 'reading:clock.offset',
      effect: 'for',
      text: 'The phone’s clock is 3 days behind',
    })
    expect(cause(ask(BOTH), 'account-app-disabled').because[0]).toMatchObject({
      evidence: 'reading:package.com.xiaomi.account',
      effect: 'for',
      text: 'The Mi Account app is disabled',
    })
  })
  test('the cheaper fix comes first, then the other', () => {
    expect(
      ask(BOTH)
        .plan.slice(0, 2)
        .map(({ covers }) => covers[0]),
    ).toEqual(['FX24', 'FX25'])
    expect(ask(BOTH).next?.reason).toContain('3 days behind')
  })
  test.each(['FX24', 'FX25'])('both stay when %s has failed, and the other fix is next', (fix) => {
    const after = ask({ ...BOTH, attempts: [{ fix, outcome: 'failed' }] })
    for (const { probability } of after.causes.slice(0, 2)) expect(probability).toBeGreaterThan(0.9)
    expect(after.next?.covers).toEqual([fix === 'FX24' ? 'FX25' : 'FX24'])
    expect(after.plan.some(({ covers }) => covers.includes(fix))).toBe(false)
  })
  test('when the clock is read again and right, only the app is left', () => {
    const readings = { ...BOTH.readings, ...readingsFrom({ 'clock.offset': { value: 0, uncertainty: 1 } }) }
    const after = ask({ readings, attempts: [{ fix: 'FX24', outcome: 'failed' }] })
    expect(after.causes[0]?.id).toBe('account-app-disabled')
    expect(cause(after, 'clock-wrong').probability).toBeLessThan(0.02)
  })
})

describe('attempts', () => {
  const sure: DiagnosisInput = { said: 'I forgot my password', checks: { CK01: 'fails' } }
  const chance = (attempts: DiagnosisInput['attempts'] & {}): number =>
    cause(ask({ ...sure, attempts }), 'password-forgotten').probability
  test('a fix that failed pushes its cause down, one that helped in part less so', () => {
    const before = cause(ask(sure), 'password-forgotten').probability
    const failed = chance([{ fix: 'FX01', outcome: 'failed' }])
    const partly = chance([{ fix: 'FX01', outcome: 'partly' }])
    expect(failed).toBeLessThan(before)
    expect(partly).toBeLessThan(before)
    expect(failed).toBeLessThan(partly)
  })
  test('a fix that worked ends the case and points at its cause', () => {
    const done = ask({ attempts: [{ fix: 'set-clock', outcome: 'worked' }] })
    expect(done.next).toBeNull()
    expect(done.plan).toEqual([])
    expect(done.expectedMinutes).toBe(0)
    expect(done.causes[0]?.id).toBe('clock-wrong')
  })
  test('a fix that worked and then failed did not last', () => {
    const back = ask({
      attempts: [
        { fix: 'FX09', outcome: 'worked' },
        { fix: 'type-again', outcome: 'failed' },
      ],
    })
    expect(back.next).not.toBeNull()
  })
})

describe('a phone locked to somebody’s account', () => {
  test.each<[string, DiagnosisInput]>([
    ['the flag is set', { readings: readingsFrom({ 'findDevice.locked': { value: true } }) }],
    ['second-hand, masked id on the lock screen', { symptoms: ['SY10', 'SY11', 'SY15'] }],
    ['the owner is not here', { symptoms: ['SY11'], checks: { CK12: 'fails' } }],
    [
      'the flag is set and the clock is wrong too',
      { readings: readingsFrom({ 'findDevice.locked': { value: true }, 'clock.offset': { value: 9e6 } }) },
    ],
    [
      'after useless tries',
      {
        symptoms: ['SY11', 'SY15'],
        attempts: [
          { fix: 'FX09', outcome: 'failed' },
          { fix: 'FX01', outcome: 'failed' },
        ],
      },
    ],
  ])('%s: ends at the authorised service and nowhere else', (_, input) => {
    const { next, plan } = ask(input)
    expect(next?.kind).toBe('refer')
    expect(plan.map(({ covers }) => covers)).toEqual([['FX22']])
  })
})

test('what could not be read changes nothing', () => {
  const unread = {
    'clock.offset': { status: 'unreadable', reason: 'refused' },
    'package.com.xiaomi.account': { status: 'unreadable', reason: 'refused' },
    'network.hosts': { status: 'unreadable', reason: 'timed out' },
    'findDevice.locked': { status: 'unreadable', reason: 'refused' },
  } as const
  expect(ask({ readings: unread })).toEqual(ask({}))
  expect(ask({ checks: { CK04: 'unknown' } }).causes).toEqual(ask({}).causes)
})

test('a check by hand counts only while the reading that answers it is missing', () => {
  expect(ask({ checks: { CK04: 'fails' } }).causes[0]?.id).toBe('clock-wrong')
  const read = readingsFrom({ 'clock.offset': { value: 0, uncertainty: 1 } })
  expect(ask({ readings: read, checks: { CK04: 'fails' } }).causes[0]?.id).not.toBe('clock-wrong')
  const offered = (input: DiagnosisInput) => ask(input).plan.filter(({ kind }) => kind === 'check')
  expect(offered({ readings: read }).some(({ id }) => id === 'clock-by-hand')).toBe(false)
})

test('own ids and fact ids mean the same; unknown ids say nothing and can be asked for', () => {
  expect(ask({ symptoms: ['SY12'] })).toEqual(ask({ symptoms: ['works-elsewhere'] }))
  const odd = {
    symptoms: ['SY99', 'SY01'],
    checks: { CK77: 'fails', CK01: 'unknown' },
    attempts: [{ fix: 'FX99', outcome: 'failed' }],
  } as const
  expect(ask(odd).causes).toEqual(ask({ symptoms: ['SY01'] }).causes)
  expect(checkDiagnosisInput(odd, SHIPPED)).toEqual([
    { kind: 'symptom', id: 'SY99' },
    { kind: 'check', id: 'CK77' },
    { kind: 'fix', id: 'FX99' },
  ])
})

test('the steps name the menus of the phone’s own system', () => {
  const clock = { 'clock.offset': { value: 4e6 } }
  const steps = (family: string) =>
    ask({ readings: readingsFrom({ ...clock, 'os.family': { value: family } }) }).next?.steps[0]
  expect(steps('MIUI')).not.toContain('HyperOS')
  expect(steps('other')).toContain('MIUI:')
})

test('a menu that was elsewhere in older versions is named as it is in this one, and both where that is unknown', () => {
  const steps = (version: string | null) =>
    stepsIn(findFix(SHIPPED, 'update-system')?.steps ?? { en: [] }, 'en', { family: 'MIUI', version }).join(
      ' ',
    )
  expect(steps('10.3')).toContain('About phone > System update')
  expect(steps('12')).toContain('About phone > MIUI version')
  expect(steps('12')).not.toContain('System update')
  expect(steps(null)).toMatch(/From MIUI 12 on: .*MIUI version.*Before: .*System update/u)
  const own = ask({
    symptoms: ['app-too-old', 'speaks-of-versions'],
    attempts: [{ fix: 'update-account-app', outcome: 'failed' }],
    readings: readingsFrom({ 'os.family': { value: 'MIUI' }, 'os.version': { value: '10' } }),
  })
  const said = own.plan.flatMap((step) => (step.id === 'update-system' ? step.steps : []))
  expect(said.join(' ')).toContain('System update')
})

test('nothing that loses data is proposed while anything gentler is left', () => {
  const loss = new Set(SHIPPED.fixes.filter(({ risk }) => risk === 'loss').map(({ id }) => id))
  const tooEarly = SHIPPED.symptoms.filter(({ id }) => {
    const { plan } = ask({ symptoms: [id] })
    const first = plan.findIndex((step) => loss.has(step.id))
    return first >= 0 && !plan.slice(first).every((step) => loss.has(step.id) || step.kind === 'refer')
  })
  expect(tooEarly).toEqual([])
})

test('the text for a chance has no digits that nobody can know', () => {
  const reasons = SHIPPED.symptoms.flatMap(({ id }) =>
    ask({ symptoms: [id] }).plan.map(({ reason }) => reason),
  )
  for (const reason of reasons) expect(reason).not.toMatch(/\d\.\d|\b\d?[1-46-9] %/u)
})

test('what was heard and struck out counts for nothing', () => {
  const said = 'invalid username or password, and it has no SIM'
  const all = ask({ said })
  expect(all.heard.length).toBeGreaterThan(0)
  expect(ask({ said, meant: [] })).toEqual(ask({}))
  expect(ask({ said, meant: all.heard.map(({ symptom }) => symptom) })).toEqual(all)
})

describe('what would change the advice', () => {
  test.each<DiagnosisInput>([{}, { symptoms: ['SY12'] }])(
    'after each answer named, another fix does come first: %j',
    (input) => {
      const { turns, plan } = ask(input)
      expect(turns.length).toBeGreaterThan(0)
      const firstFix = (steps: Diagnosis['plan']) => steps.find(({ kind }) => kind !== 'check')?.id
      for (const { check, answer, next, chance } of turns) {
        const record = SHIPPED.checks.find(({ id }) => id === check.id)
        const result = record?.fails.en === answer ? 'fails' : 'passes'
        const after = ask({ ...input, checks: { [check.id]: result } })
        // It is worked out from the heaviest sets alone: among fixes about as good another may come first.
        const fixes = after.plan.filter(({ kind }) => kind !== 'check').map(({ id }) => id)
        expect(fixes.slice(0, 4)).toContain(next.id)
        expect(next.id).not.toBe(firstFix(plan))
        expect(chance).toBeGreaterThan(0.04)
      }
    },
  )
  test('nothing would while the next step is for what a reading found', () => {
    expect(ask(BOTH).turns).toEqual([])
  })
})

test('the clock and the app are best mended before the same sign-in try, and stay two steps', () => {
  const [clock, app] = ask(BOTH).plan
  expect(clock?.together.map(({ id }) => id)).toContain(app?.id)
  expect(app?.together).toEqual([])
})
