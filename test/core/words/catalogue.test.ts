import { IntlMessageFormat } from 'intl-messageformat'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../../src/core/words/en/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe('the English catalogue', () => {
  it('has files', () => {
    expect(files.length).toBeGreaterThan(4)
  })

  it.each(files)('%s holds only messages that can be said', (name) => {
    const messages = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>
    const wrong = Object.entries(messages).filter(([, text]) => {
      try {
        return new IntlMessageFormat(text, 'en').getAst().length < 0
      } catch {
        return true
      }
    })
    expect(wrong).toEqual([])
  })

  it('says each key once, in one file alone', () => {
    // As written: reading the JSON would keep the last of two and hide the first.
    const keys = files.flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^ {2}"([^"]+)":/gmu)].map(([, key]) => key),
    )
    expect(keys.length).toBeGreaterThan(400)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })
})
