import { expect, test } from 'vitest'
import { androidWords } from './android-words.ts'

const message = 'before €\n/bin/sh: 1: nosuch: not found\nafter: not found\nsh'

test.for([1, 2, 3, 7, message.length * 2])('the same words in pieces of %i bytes', (length) => {
  const words = androidWords()
  const bytes = Buffer.from(message)
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += length) parts.push(words.next(bytes.subarray(at, at + length)))
  parts.push(words.rest())
  expect(Buffer.concat(parts).toString()).toBe(
    'before €\n/system/bin/sh: nosuch: inaccessible or not found\nafter: not found\nsh',
  )
})
