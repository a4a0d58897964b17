import { existsSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { androidProbe } from '../../../src/core/probes/android.ts'
import { zoneProbe } from '../../../src/core/probes/clock.ts'
import { identityProbe } from '../../../src/core/probes/identity.ts'
import { keptText } from '../../../src/core/probes/index.ts'
import { osProbe } from '../../../src/core/probes/os.ts'
import { simProbe } from '../../../src/core/probes/sim.ts'
import type { Reading, Readings } from '../../../src/core/reading.ts'
import { briefly, CUT, PHONES, recorded, section, sectionsOf } from './sections-of.ts'

const folders = readdirSync(PHONES).filter((folder) => existsSync(`${PHONES}${folder}/expected.json`))

const read = (text: string, more = {}): Readings => {
  const sections = sectionsOf(section('getprop', text, more))
  return [identityProbe, osProbe, androidProbe, zoneProbe, simProbe].reduce<Readings>(
    (all, probe) => ({ ...all, ...probe.read(sections) }),
    {},
  )
}

const keep = (text: string): string => keptText(section('getprop', text))

test('the recordings are there', () => {
  expect(folders.length).toBeGreaterThanOrEqual(35)
})

test.each(folders)('%s: every reading as worked out by hand from the raw text', (folder) => {
  const expected: unknown = JSON.parse(recorded(`${folder}/expected.json`))
  const text = recorded(`${folder}/getprop.txt`)
  expect(briefly(read(text))).toStrictEqual(expected)
  expect(briefly(read(text.replaceAll('\n', '\r\n'))), 'with the line ends of Windows').toStrictEqual(
    expected,
  )
  expect(briefly(read(text.replaceAll('\n', '\r\r\n'))), 'through a terminal, twice').toStrictEqual(expected)
  expect(briefly(read(`\ufeff${text}`)), 'with a byte-order mark').toStrictEqual(expected)
  const wide = Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le').toString('latin1')
  expect(briefly(read(wide)), 'UTF-16 taken for single bytes').toStrictEqual(expected)
})

test.each(folders)('%s: what is kept of it gives the same readings', (folder) => {
  const text = recorded(`${folder}/getprop.txt`)
  const kept = keep(text)
  expect(read(kept)).toStrictEqual(read(text))
  expect(keep(kept)).toBe(kept)
  expect(kept.length).toBeLessThan(text.length / 4)
  expect(kept).not.toMatch(/imei|meid|iccid|\bmac(?:addr)?\b|persist\.radio|wifi\.|bluetooth/iu)
})

test.each(folders)('%s: cut anywhere, a reading is as expected or not read, never another one', (folder) => {
  const text = recorded(`${folder}/getprop.txt`)
  const whole: Readings = read(text)
  const valueOf = (readings: Readings, id: string): Reading<unknown> | undefined =>
    new Map<string, Reading<unknown> | undefined>(Object.entries(readings)).get(id)
  fc.assert(
    fc.property(fc.nat(text.length), (at) => {
      const cut = read(text.slice(0, at), CUT)
      expect(Object.keys(cut)).toEqual(Object.keys(whole))
      for (const id of Object.keys(whole)) {
        const [before, after] = [valueOf(whole, id), valueOf(cut, id)]
        if (after?.status === 'unreadable') continue
        const same = {
          id,
          status: before?.status,
          value: before?.status === 'measured' ? before.value : null,
        }
        expect({
          id,
          status: after?.status,
          value: after?.status === 'measured' ? after.value : null,
        }).toEqual(same)
      }
    }),
    { numRuns: 40 },
  )
})
