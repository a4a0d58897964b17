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

  it('says each key in one file alone', () => {
    const keys = files.flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>),
    )
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })
})
