import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanDeviceText } from '../../../src/core/device-text.ts'
import { readScreen, type Screen } from '../../../src/core/screen-message/read-screen.ts'
import { dumped, view } from './dumps.ts'
import { busyMs } from '../../busy-ms.ts'

const read = (text: string, complete = true): Screen => readScreen({ text, complete })
const texts = (inside: string): readonly string[] => {
  const screen = read(dumped(inside))
  return screen.status === 'read' ? screen.texts : [screen.reason]
}

describe('a screen', () => {
  test('is read as the texts and descriptions of its views, in their order, each once', () => {
    const inside = view({ text: 'Sign in', inside: view({ text: 'One' }) + view({ describes: 'Two' }) })
    expect(read(dumped(inside + view({ text: 'One' })))).toEqual({
      status: 'read',
      texts: ['Sign in', 'One', 'Two'],
      whole: true,
    })
  })

  test('may have warnings before it, and the line ends of a terminal', () => {
    const noise = 'WARNING: linker: libdvm.so has text relocations\r\n'
    expect(read(noise + dumped(view({ text: 'One' })).replace('\n', '\r\n'))).toMatchObject({
      texts: ['One'],
    })
  })

  test.each([
    ['Mi &amp; You &lt;b&gt; &quot;x&quot; &apos;y&apos;', 'Mi & You <b> "x" \'y\''],
    ['&#72;&#x69;', 'Hi'],
    ['&#55357;&#56397; &#128077;', '👍 👍'],
    ['&amp;amp; &amp;#72;', '&amp; &#72;'],
    ['&lol; &#9999999; &#xFFFFFF; &#0;x', '&lol; x'],
    ['\u202eevil\u001b[31m', 'evil'],
  ])('says %s as %s', (written, said) => {
    expect(texts(`<node text="${written}" package="a"/>`)).toEqual([said])
  })

  test('has no entities of its own: such a document is not read', () => {
    const bomb = '<!DOCTYPE hierarchy [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    expect(texts(`${bomb}<node text="&b;"/>`)).toEqual(['unknown'])
    expect(read(`${bomb}<hierarchy><node text="&b;" package="x"/></hierarchy>`)).toMatchObject({
      texts: ['&b;'],
    })
  })

  test('keeps back what was typed, what is pressed, and passwords', () => {
    const hidden = [
      view({ text: 'asha', class: 'android.widget.EditText' }),
      view({ text: 'Forgot password?', clickable: true }),
      view({ text: 'Sign in', class: 'android.widget.Button' }),
      view({ text: 'hunter2', password: true }),
    ]
    expect(texts(hidden.join('') + view({ text: 'Message' }))).toEqual(['Message'])
  })

  test('that is locked, or covered by notifications, says so and nothing of them', () => {
    const lock = view({ text: 'Mother: call me', package: 'com.android.systemui' })
    expect(read(dumped(lock))).toEqual({ status: 'unreadable', reason: 'covered' })
    expect(texts(lock + view({ text: 'Message' }))).toEqual(['Message'])
  })
})

// DumpCommand.java prints these on standard error; the sections' script sends it along.
test.each([
  ['ERROR: could not get idle state.\n', 'moving'],
  ['ERROR: null root node returned by UiTestAutomationBridge.\n', 'empty'],
  ['/system/bin/sh: uiautomator: inaccessible or not found\n', 'missing'],
  ['sh: uiautomator: not found\n', 'missing'],
  ['UI hierchary dumped to: /proc/self/fd/1\n', 'unknown'],
  ['Killed\n', 'unknown'],
  ['', 'unknown'],
  [dumped(''), 'empty'],
  ['<hierarchy><html><body>x</body></html></hierarchy>', 'unknown'],
  ['<hierarchy><node text=x/></hierarchy>', 'unknown'],
  ['<hierarchy><node text="a"/><![CDATA[x]]></hierarchy>', 'unknown'],
])('%j is no screen: %s', (text, reason) => {
  expect(read(text)).toEqual({ status: 'unreadable', reason })
})

describe('more than is read', () => {
  test('ends with the 500th view', () => {
    const many = Array.from({ length: 600 }, (_, at) => view({ text: `text ${String(at)}` })).join('')
    const screen = read(dumped(many))
    expect(screen).toMatchObject({ status: 'read', whole: false })
    expect(screen.status === 'read' && screen.texts.at(-1)).toBe('text 499')
  })

  test('ends where the answer was cut, wherever that is', () => {
    const all = dumped(view({ text: 'One' }) + view({ text: 'Two', inside: view({ text: 'Three' }) }))
    const end = all.indexOf('</hierarchy>') + '</hierarchy>'.length
    for (let at = all.indexOf('<hierarchy'); at < end; at += 1) {
      const screen = read(all.slice(0, at), false)
      const said = screen.status === 'read' ? screen.whole : screen.reason
      expect([false, 'empty', 'unknown']).toContain(said)
    }
    expect(read(all.slice(0, end))).toMatchObject({ texts: ['One', 'Two', 'Three'], whole: true })
  })

  test('keeps a text short, and all of them together', () => {
    const long = read(dumped(view({ text: 'x'.repeat(5000) })))
    expect(long).toMatchObject({ texts: ['x'.repeat(1000)] })
    const many = Array.from({ length: 40 }, (_, at) => view({ text: `${String(at)}${'x'.repeat(900)}` }))
    const screen = read(dumped(many.join('')))
    expect(screen).toMatchObject({ whole: false })
    expect(screen.status === 'read' ? screen.texts.join('').length : 0).toBeLessThanOrEqual(20_000)
  })
})

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '<hierarchy',
    '<hierarchy>',
    '</hierarchy>',
    '<node',
    '</node>',
    ' text="',
    '"',
    "'",
    '/>',
    '>',
    '<',
    '&',
    '&amp;',
    '&#',
    ';',
    '<!--',
    ']]>',
    ' package="com.android.systemui"',
    ' clickable="true"',
    '\n',
    '\0',
  ),
)

test('rubbish is never more than clean, short texts, and never throws', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, complete) => {
      const screen = read(`<hierarchy${pieces.join('')}`, complete)
      if (screen.status === 'unreadable') return
      for (const text of screen.texts) {
        expect(text).toBe(cleanDeviceText(text, 1000))
        expect(text).not.toBe('')
      }
    }),
    { numRuns: 500 },
  )
})

test('what is on the screen comes back as it was', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => cleanDeviceText(text, 1000))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const wanted = [...new Set(words.filter((text) => text !== ''))]
      expect(texts(words.map((text) => view({ text })).join(''))).toEqual(wanted)
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['blanks', `<hierarchy${' '.repeat(500_000)}`],
  ['names', `<hierarchy ${'a'.repeat(500_000)}`],
  ['openings', `<hierarchy>${'<node '.repeat(90_000)}`],
  ['closings', `<hierarchy>${'</node>'.repeat(80_000)}`],
  ['quotes', `<hierarchy ${'a="" '.repeat(100_000)}`],
  ['references', `<hierarchy><node text="${'&'.repeat(250_000)}${'&#'.repeat(120_000)}" package="x"/>`],
  ['marks', `<hierarchy><node text="${'\u0301'.repeat(250_000)}" package="x"/>`],
])('a flood of %s is gone through once', (_, text) => {
  expect(busyMs(() => read(text))).toBeLessThan(1000)
})
