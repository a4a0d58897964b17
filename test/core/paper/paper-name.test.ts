import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PAPER_KINDS } from '../../../src/core/paper/paper.ts'
import { paperFileName } from '../../../src/core/paper/paper-name.ts'

test('a file is called by the number and the kind, and by nobody’s name', () => {
  expect(paperFileName('T-0412', 'hand-over')).toBe('T-0412-hand-over.pdf')
})

test('whatever a number holds, it leads to no other folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...PAPER_KINDS), (number, kind) => {
      expect(paperFileName(number, kind)).toMatch(/^[\dA-Za-z-]*-(intake|label|hand-over)\.pdf$/u)
    }),
  )
})
