import { describe, expect, it } from 'vitest'
import { isScan, NOTHING_TYPED, SCAN_GAP_MS, typeKey } from '../../src/renderer/src/keys/scan.ts'

const typed = (text: string, gap: number) =>
  Array.from(text).reduce((before, key, index) => typeKey(before, key, index * gap), NOTHING_TYPED)

describe('keys in one go', () => {
  it('are a scanned code when they come faster than a hand', () => {
    expect(typed('862345050123457', 8)).toMatchObject({ text: '862345050123457' })
    expect(isScan(typed('T-0412', SCAN_GAP_MS))).toBe(true)
  })

  it('are single keys when a hand types them', () => {
    expect(typed('nwf', SCAN_GAP_MS + 1).text).toBe('f')
    expect(isScan(typed('nwf', 120))).toBe(false)
    expect(isScan(typed('n', 8))).toBe(false)
  })
})
