import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isMessageKey, speak } from '../../src/core/words/index.ts'

const folder = new URL('../../src/core/words/en/', import.meta.url)
const messages = readdirSync(folder).flatMap((file) =>
  Object.entries(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>),
)

const values = (message: string): Record<string, string | number> =>
  Object.fromEntries<string | number>(
    [...message.matchAll(/\{(\w+)(, (?:plural|number))?/gu)].map(([, name = '', isNumber]) => [
      name,
      isNumber === undefined ? 'words' : 3,
    ]),
  )

describe('the English words', () => {
  it('are there', () => {
    expect(messages.length).toBeGreaterThan(200)
  })

  it.each(messages)('%s can be said', (key, message) => {
    if (!isMessageKey(key)) throw new TypeError(`${key} is in no catalogue`)
    expect(speak('en')(key, values(message))).not.toBe('')
  })
})
