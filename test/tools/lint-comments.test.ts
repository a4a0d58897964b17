import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesUnder } from '../../src/tools/fingerprint.mjs'

const switchOff = /(?:eslint|oxlint)-disable|prettier-ignore|@ts-(?:ignore|nocheck)/u
const reasoned = /(?:eslint|oxlint)-disable(?:-next-line|-line)? [\w/, -]+ -- \S/u

const unreasoned = (text: string): string[] =>
  text.split('\n').filter((line) => switchOff.test(line) && !reasoned.test(line))

test('a rule is switched off in one place at a time, by name, with a reason', () => {
  const own = 'test/tools/lint-comments.test.ts'
  const files = filesUnder('.', ['src', 'test'], (path) => path !== own).filter((file) =>
    /\.(?:tsx?|mjs)$/u.test(file),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(
    files.flatMap((file) => unreasoned(readFileSync(file, 'utf8')).map((line) => `${file}: ${line}`)),
  ).toEqual([])
})

test('the check sees what it is for', () => {
  expect(unreasoned('// oxlint-disable-next-line no-console')).toHaveLength(1)
  expect(unreasoned('/* eslint-disable */')).toHaveLength(1)
  expect(unreasoned('// oxlint-disable-next-line eslint/no-console -- the cli writes here')).toEqual([])
})
