import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../../../src/core/diagnosis/diagnose.ts'
import { hear } from '../../../../src/core/hearing/hear.ts'
import { faultsOf } from '../../../../src/core/knowledge/faults.ts'
import { mergeKnowledge } from '../../../../src/core/knowledge/own/merge-knowledge.ts'
import { sayOwnFault } from '../../../../src/core/knowledge/own/own-fault.ts'
import { MOST_OF_A_KIND } from '../../../../src/core/knowledge/own/own-kinds.ts'
import type { OwnRecord } from '../../../../src/core/knowledge/own/own-record.ts'
import { recordsOf } from '../../../../src/core/knowledge/records.ts'
import { SHIPPED } from '../../../../src/core/knowledge/shipped.ts'
import { isMessageKey, speak } from '../../../../src/core/words/index.ts'
import { cause, check, EVERY_OWN, fix, message, OWN } from './some-own.ts'

const say = speak('en')
const merged = mergeKnowledge(SHIPPED, OWN)

const faultsWith = (...own: readonly OwnRecord[]): readonly string[] =>
  mergeKnowledge(SHIPPED, own).faults.map((fault) => {
    expect(isMessageKey(`own.fault.${fault.code}`)).toBe(true)
    return `${fault.id ?? ''} ${fault.field}: ${sayOwnFault(fault, say)}`
  })

test('without own records it is the shipped knowledge itself', () => {
  expect(mergeKnowledge(SHIPPED, []).knowledge).toBe(SHIPPED)
})

test('own records come after the shipped ones, which are the same as before', () => {
  expect(merged.faults).toEqual([])
  for (const [index, [kind, records]] of recordsOf(SHIPPED).entries()) {
    const after = recordsOf(merged.knowledge)[index]?.[1] ?? []
    expect([kind, after.slice(0, records.length)]).toEqual([kind, records])
  }
  expect(merged.knowledge.symptoms.at(-1)?.id).toBe(message.id)
  expect(merged.knowledge.causes.at(-1)).toMatchObject({ id: cause.id, prior: 0.015 })
  expect(merged.knowledge.fixes.at(-1)).toMatchObject({ id: fix.id, fixes: { [cause.id]: 0.9 } })
  expect(faultsOf(merged.knowledge)).toEqual([])
})

describe('an own check', () => {
  const { knowledge, faults } = mergeKnowledge(SHIPPED, EVERY_OWN)
  const chanceOf = (checks: Readonly<Record<string, 'passes' | 'fails'>>, id: string): number =>
    diagnose({ symptoms: ['SY01', message.id], checks }, knowledge, 'en').causes.find(
      (each) => each.id === id,
    )?.probability ?? Number.NaN

  test('says what each answer means for its causes, and changes nothing while nobody has looked', () => {
    expect(faults).toEqual([])
    expect(faultsOf(knowledge)).toEqual([])
    expect(knowledge.checks.at(-1)).toMatchObject({ id: check.id, minutes: 1, passes: { en: check.passes } })
    expect(chanceOf({ [check.id]: 'fails' }, cause.id)).toBeGreaterThan(chanceOf({}, cause.id))
    expect(chanceOf({ [check.id]: 'passes' }, cause.id)).toBeLessThan(chanceOf({}, cause.id))
    const without = mergeKnowledge(SHIPPED, OWN).knowledge
    const first = diagnose({ symptoms: ['SY01'] }, without, 'en').causes
    expect(diagnose({ symptoms: ['SY01'] }, knowledge, 'en').causes).toEqual(first)
    const [reason] =
      diagnose({ symptoms: [message.id], checks: { [check.id]: 'fails' } }, knowledge, 'en')
        .causes.find(({ id }) => id === cause.id)
        ?.because.filter(({ evidence }) => evidence === `check:${check.id}`) ?? []
    expect(reason?.text).toBe(check.fails)
  })

  test('leaves each shipped record as it is, but for what it shows of its causes', () => {
    const shown = { [`check:${check.id}`]: 0.2 }
    for (const [index, [kind, records]] of recordsOf(SHIPPED).entries()) {
      const after = recordsOf(knowledge)[index]?.[1].slice(0, records.length)
      const expected = records.map((record) =>
        record.id === 'clock-wrong' && 'shows' in record && typeof record.shows === 'object'
          ? { ...record, shows: { ...record.shows, ...shown } }
          : record,
      )
      expect([kind, after]).toEqual([kind, expected])
    }
  })

  test('may not speak of a phone that is locked to its owner, nor be a way around a lock', () => {
    const locked = faultsWith(message, cause, {
      ...check,
      tells: [{ cause: 'locked-to-owner', often: 'often' }],
    })
    expect(locked).toEqual([expect.stringMatching(/tells: .*proof of purchase alone/u)])
    expect(faultsWith(message, cause, { ...check, title: 'Try the FRP bypass' })).toHaveLength(1)
    expect(faultsWith(check)).toEqual([expect.stringMatching(/tells: There is no cause/u)])
  })
})

test('what is learned or kept is told apart by the version', () => {
  const other = mergeKnowledge(SHIPPED, [message, { ...cause, often: 'rare' }, fix]).knowledge.version
  expect(new Set([SHIPPED.version, merged.knowledge.version, other]).size).toBe(3)
})

test('more often means likelier', () => {
  const priors = (['rare', 'sometimes', 'often'] as const).map(
    (often) => mergeKnowledge(SHIPPED, [message, { ...cause, often }]).knowledge.causes.at(-1)?.prior ?? 0,
  )
  expect(priors).toEqual(priors.toSorted((one, two) => one - two))
  expect(new Set(priors).size).toBe(3)
})

test.each([
  'The phone says dual apps space is full, then goes back',
  'на экране двойное пространство заполнено',
  '手机显示双开空间已满',
])('own phrases are heard: %s', (said) => {
  expect(hear(said, SHIPPED).map(({ symptom }) => symptom)).not.toContain(message.id)
  expect(hear(said, merged.knowledge).map(({ symptom }) => symptom)).toContain(message.id)
})

test('an own message leads to its own cause and fix', () => {
  const { causes, plan } = diagnose({ said: 'it says “dual apps space is full”' }, merged.knowledge, 'en')
  expect(causes[0]).toMatchObject({ id: cause.id, title: cause.title })
  expect(plan.map(({ id }) => id)).toContain(fix.id)
})

test('signs that steer shipped phrases are plain in own ones', () => {
  const own: OwnRecord = { ...message, phrases: ['<code> a*b | zzyx_qqua ... failed'] }
  const { knowledge } = mergeKnowledge(SHIPPED, [own])
  expect(hear('a b', knowledge).map(({ symptom }) => symptom)).not.toContain(own.id)
  expect(hear('code a b zzyx qqua failed', knowledge).map(({ symptom }) => symptom)).toContain(own.id)
})

describe('is refused with words', () => {
  test.each<[string, readonly OwnRecord[], RegExp]>([
    [
      'a fix for a phone that is locked to its owner',
      [{ ...fix, helps: [{ cause: 'locked-to-owner', chance: 0.9 }] }],
      /helps: .*ends with the owner and the proof of purchase alone/u,
    ],
    [
      'a fix for a phone that is locked by Find Device',
      [{ ...fix, helps: [{ cause: 'find-device-lock', chance: 0.9 }] }],
      /helps: .*no own check or fix can be written/u,
    ],
    [
      'a cause that rests on the words of a locked phone',
      [message, { ...cause, shows: [{ symptom: 'locked-with-masked-id', often: 'often' }] }],
      /shows: .*locked to its owner/u,
    ],
    ['a way around a lock', [message, cause, { ...fix, title: 'FRP bypass' }], /title: .*keeps none/u],
    [
      'a way around a lock in a step',
      [message, cause, { ...fix, steps: ['Run the unlock tool'] }],
      /steps: .*keeps none/u,
    ],
    ['a risk that nobody names', [message, cause, { ...fix, caution: '' }], /caution: Say what may be lost/u],
    ['a fix of a cause that is not there', [fix], /no cause “own-dual-apps-full”/u],
    ['a cause of a message that is not there', [cause], /no message “own-dual-apps-message”/u],
    ['a word that everybody says', [{ ...message, phrases: ['account'] }], /“account” is too short/u],
    ['two characters', [{ ...message, phrases: ['登录'] }], /too short/u],
    ['a novel', [{ ...message, phrases: ['word '.repeat(30)] }], /too long/u],
    ['the id of a shipped record', [{ ...message, id: 'own-strong-password' }], /shipped record/u],
    ['one id for two', [message, { ...cause, id: message.id }], /there twice/u],
    [
      'one cause twice',
      [message, cause, { ...fix, helps: [...fix.helps, ...fix.helps] }],
      /helps: The same one is chosen twice/u,
    ],
  ])('%s', (_, own, words) => {
    expect(faultsWith(...own).join('\n')).toMatch(words)
  })

  test('more of a kind than are kept', () => {
    const many = Array.from({ length: MOST_OF_A_KIND + 1 }, (_, at) => ({ ...message, id: `own-m-${at}` }))
    expect(faultsWith(...many)).toEqual([expect.stringMatching(/More than 150/u)])
    expect(mergeKnowledge(SHIPPED, many).own).toHaveLength(MOST_OF_A_KIND)
  })
})

test('with a faulty record goes what rests on it, and nothing else', () => {
  const alone: OwnRecord = { ...message, id: 'own-other', phrases: ['quite another message'] }
  const { own, knowledge } = mergeKnowledge(SHIPPED, [
    { ...message, phrases: ['account'] },
    cause,
    fix,
    alone,
  ])
  expect(own).toEqual([alone])
  expect(knowledge.fixes).toEqual(SHIPPED.fixes)
})

test('no own record, sound or not, makes a locked phone end otherwise', () => {
  const locked = SHIPPED.causes.filter(({ endsOnlyIn }) => endsOnlyIn !== undefined)
  const anyCause = fc.constantFrom(...SHIPPED.causes.map(({ id }) => id), cause.id)
  const anySymptom = fc.constantFrom(...SHIPPED.symptoms.map(({ id }) => id), message.id)
  const chance = fc.double({ min: 0.05, max: 0.95, noNaN: true })
  fc.assert(
    fc.property(anyCause, anySymptom, chance, (helped, symptom, each) => {
      const { knowledge } = mergeKnowledge(SHIPPED, [
        message,
        { ...cause, shows: [{ symptom, often: 'often' }] },
        { ...fix, helps: [{ cause: helped, chance: each }] },
      ])
      for (const { id, endsOnlyIn } of locked) {
        const helping = knowledge.fixes.filter(({ fixes }) => Object.hasOwn(fixes, id)).map((one) => one.id)
        expect(helping).toEqual([endsOnlyIn])
      }
    }),
  )
})
