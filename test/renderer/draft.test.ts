import { describe, expect, it } from 'vitest'
import {
  acceptedSymptoms,
  EMPTY_DRAFT,
  isDraftEmpty,
  takenApart,
} from '../../src/renderer/src/store/draft.ts'

const heard = [
  { symptom: 'SY01', words: 'verify' },
  { symptom: 'SY02', words: 'wrong password' },
]

describe('the form of a new ticket', () => {
  it('takes what is ticked and what is heard, without what was crossed out', () => {
    const draft = { ...EMPTY_DRAFT, symptoms: ['SY10', 'SY01'] }
    expect(acceptedSymptoms({ draft, heard, struck: ['SY02'] })).toEqual(['SY10', 'SY01'])
    expect(acceptedSymptoms({ draft: EMPTY_DRAFT, heard, struck: [] })).toEqual(['SY01', 'SY02'])
  })

  it('comes back as it was left: saved, taken apart and put together again', () => {
    const saved = { draft: { ...EMPTY_DRAFT, symptoms: ['SY10', 'SY01'] }, heard }
    const restored = takenApart(saved)
    expect(restored.draft.symptoms).toEqual(['SY10'])
    expect(restored.struck).toEqual(['SY02'])
    expect(new Set(acceptedSymptoms(restored))).toEqual(new Set(saved.draft.symptoms))
  })

  it('is empty while nothing is typed', () => {
    expect(isDraftEmpty(EMPTY_DRAFT)).toBe(true)
    expect(isDraftEmpty({ ...EMPTY_DRAFT, said: ' \n' })).toBe(true)
    expect(isDraftEmpty({ ...EMPTY_DRAFT, phoneNumber: '1' })).toBe(false)
  })
})
