import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, isDraftEmpty } from '../../src/renderer/src/store/draft.ts'

describe('the form of a new ticket', () => {
  it('is empty while nothing is typed', () => {
    expect(isDraftEmpty(EMPTY_DRAFT)).toBe(true)
    expect(isDraftEmpty({ ...EMPTY_DRAFT, said: ' \n' })).toBe(true)
    expect(isDraftEmpty({ ...EMPTY_DRAFT, phoneNumber: '1' })).toBe(false)
  })
})
