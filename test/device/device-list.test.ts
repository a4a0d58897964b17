import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PHONE_STATES } from '../../src/core/phone.ts'
import { parseDeviceList } from '../../src/device/adb/device-list.ts'
import { busyMs } from '../busy-ms.ts'

const NAMES = 'product:pipa_global model:23043RP34G device:pipa'

/** The one phone of a list that has to hold exactly one. */
const only = (text: string) => {
  const phones = parseDeviceList(text)
  expect(phones).toHaveLength(1)
  return phones[0]
}

test('a phone that is ready is listed with its names', () => {
  expect(only(`c83a91f1               device usb:1-2 ${NAMES} transport_id:7\n`)).toEqual({
    serial: 'c83a91f1',
    transportId: 7,
    state: 'device',
    model: '23043RP34G',
    product: 'pipa global',
    codename: 'pipa',
  })
})

test.each([
  ['unauthorized', 'c83a91f1 unauthorized usb:1-2 transport_id:2'],
  ['authorizing', 'c83a91f1 authorizing usb:1-2 transport_id:2'],
  ['connecting', '192.168.1.7:5555 connecting transport_id:2'],
  ['offline', 'emulator-5554 offline transport_id:2'],
  ['detached', 'c83a91f1 detached transport_id:2'],
  ['recovery', `c83a91f1 recovery usb:1-2 ${NAMES} transport_id:2`],
  ['rescue', `c83a91f1 rescue usb:1-2 ${NAMES} transport_id:2`],
  ['sideload', `c83a91f1 sideload usb:1-2 ${NAMES} transport_id:2`],
  ['bootloader', 'c83a91f1 bootloader transport_id:2'],
  ['host', 'c83a91f1 host transport_id:2'],
  ['no permissions', 'c83a91f1 no permissions usb:1-2 transport_id:2'],
  [
    'no permissions',
    '(no serial number)     no permissions (missing udev rules? user is in the plugdev group); see [http://developer.android.com/tools/device.html] usb:1-2 transport_id:2',
  ],
  ['unknown', 'c83a91f1 hibernating usb:1-2 transport_id:2'],
])('%s: %s', (state, line) => {
  expect(only(line)).toMatchObject({ state, transportId: 2 })
})

test.each(PHONE_STATES)('the state "%s" is read back as it is', (state) => {
  expect(only(`c83a91f1               ${state} transport_id:3`)).toMatchObject({ state })
})

test('a phone that says nothing of itself has no names', () => {
  expect(only('(no serial number) unauthorized transport_id:4')).toMatchObject({
    serial: '(no serial number)',
    model: null,
    product: null,
    codename: null,
  })
})

test('an empty list holds no phone', () => {
  expect(parseDeviceList('')).toEqual([])
  expect(parseDeviceList('\n\r\n \n')).toEqual([])
})

test('line ends of Windows', () => {
  const text = `one device ${NAMES} transport_id:1\r\ntwo offline transport_id:2\r\n`
  expect(parseDeviceList(text)).toEqual(parseDeviceList(text.replaceAll('\r\n', '\n')))
  expect(parseDeviceList(text)).toHaveLength(2)
})

test('two phones with one serial are told apart by their numbers', () => {
  const phones = parseDeviceList(
    `0123456789ABCDEF device usb:1-1 ${NAMES} transport_id:5\n0123456789ABCDEF unauthorized usb:1-2 transport_id:6\n`,
  )
  expect(phones.map(({ serial }) => serial)).toEqual(['0123456789ABCDEF', '0123456789ABCDEF'])
  expect(phones.map(({ transportId }) => transportId)).toEqual([5, 6])
  expect(phones.map(({ state }) => state)).toEqual(['device', 'unauthorized'])
})

test.each([
  ['no number', 'forged device product:x model:y device:z'],
  ['a number that is none', 'forged device transport_id:9x'],
  ['a number too long to be one', `forged device transport_id:${'9'.repeat(16)}`],
  ['a number below zero', 'forged device transport_id:-1'],
  ['only a number', 'transport_id:9'],
  ['only a serial', 'forged'],
])('a line with %s is left out, and the others stay', (_, line) => {
  expect(only(`one device transport_id:1\n${line}\n`)).toMatchObject({ serial: 'one' })
  expect(only(`${line}\none device transport_id:1\n`)).toMatchObject({ serial: 'one' })
})

test.each([
  ['spaces', 'model:x_SPOOFED device product'],
  ['tabs', 'model:x\tSPOOFED'],
  ['a number of its own', 'model:x transport_id:9'],
  ['an escape and a turn of direction', 'model:\u001b[31mx\u202e'],
  ['separators of lines', 'model:x\u2028y\u2029z\rw'],
  ['a state of its own', 'model:x device unauthorized'],
])('a model with %s changes neither number nor state', (_, names) => {
  const phone = only(`c83a91f1 offline usb:1-2 product:a ${names} device:b transport_id:3\n`)
  expect(phone).toMatchObject({ serial: 'c83a91f1', transportId: 3, state: 'offline', codename: 'b' })
  expect(phone?.model).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
})

test('names that a product forges count less than those that adb writes after it', () => {
  const names = 'product:x model:forged device:forged model:real device:own'
  expect(only(`c83a91f1 device ${names} transport_id:3`)).toMatchObject({ model: 'real', codename: 'own' })
})

test('a forged line cannot take the number of a phone that is listed before it', () => {
  expect(only('real device transport_id:1\nforged unauthorized transport_id:1\n')).toMatchObject({
    serial: 'real',
    state: 'device',
  })
})

test('a list without end is cut', () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `s${String(at)} device transport_id:${String(at)}`)
  expect(parseDeviceList(lines.join('\n'))).toHaveLength(64)
})

test('whatever stands in the list, it is read: never an exception, never more than a bench holds', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(' ', '\t', '\n', '\r', '\u2028', ...PHONE_STATES, 'no permissions ('),
    fc.constantFrom(' transport_id:1', ' model:', ' device:', ' product:', '(no serial number) '),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), (words) => {
      const phones = parseDeviceList(words.join(''))
      expect(phones.length).toBeLessThanOrEqual(64)
      expect(new Set(phones.map(({ transportId }) => transportId)).size).toBe(phones.length)
      for (const { serial, transportId, model, product, codename } of phones) {
        expect(Number.isSafeInteger(transportId)).toBe(true)
        for (const text of [serial, model, product, codename]) {
          expect(text ?? '').not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
          expect((text ?? '').length).toBeLessThanOrEqual(80)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  [
    'blanks before a separator of lines',
    `${'a'.repeat(1000)}${' '.repeat(30_000)}${'x'.repeat(30_000)}\u2028`,
  ],
  ['numbers with blanks', ' transport_id:1          '.repeat(2500) + 'x'],
  ['one long word', 'x'.repeat(65_000)],
])('a line of 64 KiB is read at once: %s', (_, line) => {
  const took = busyMs(() => {
    parseDeviceList(`${line} device transport_id:1`)
    parseDeviceList(line)
  })
  expect(took).toBeLessThan(500)
})
