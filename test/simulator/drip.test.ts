import { expect, test, onTestFinished } from 'vitest'
import { FEATURE_LIMITS, runScript, SHELL_LIMITS } from '../../src/device/adb/shell.ts'
import { adbLink } from '../../src/device/adb/adb-link.ts'
import { cleanDeviceText } from '../../src/core/device-text.ts'
import type { ListedPhone } from '../../src/core/phone.ts'
import { SECTIONS } from '../../src/core/probes/index.ts'
import { presets, startAdbServer, startPhone } from './index.ts'

const TOTAL = 2500
/** Longer than the pause between two bytes: the phone never counts as silent. */
const limits = { ...SHELL_LIMITS, idleMs: 1500, totalMs: TOTAL }

const dripping = async (only?: string) => {
  const adb = await startAdbServer()
  onTestFinished(() => adb.close())
  const phone = await startPhone(presets.clockAndPackage.phone())
  onTestFinished(() => phone.close())
  await adb.connect(phone)
  phone.misbehave({ kind: 'drips', ...(only !== undefined && { only }) })
  const transportId = Number(/transport_id:(\d+)/u.exec(await adb.devices())?.[1])
  return { target: { host: '127.0.0.1', port: adb.port }, transportId }
}

test.each([true, false])('a shell that drips ends by the clock, protocol 2: %s', async (protocol2) => {
  const { target, transportId } = await dripping()
  let bytes = 0
  const begun = performance.now()
  const end = await runScript(target, transportId, 'getprop', {
    protocol2,
    limits,
    signal: new AbortController().signal,
    onOutput: ({ length }) => {
      bytes += length
    },
  })
  expect(end).toMatchObject({ stopped: 'silent', hangs: false })
  expect(performance.now() - begun).toBeGreaterThanOrEqual(TOTAL - 10)
  // It did drip, and was heard.
  expect(bytes).toBeGreaterThan(3)
})

test('a phone of which one shell drips is read but for what that shell was asked', async () => {
  const { target, transportId } = await dripping('dumpsys connectivity')
  const whole = new Set<string>()
  const phone: ListedPhone = {
    serial: cleanDeviceText('71d23d60'),
    transportId,
    state: 'device',
    model: null,
    product: null,
    codename: null,
  }
  const link = adbLink(target, phone, { features: FEATURE_LIMITS, script: limits })
  const end = await link.inspect(SECTIONS, new AbortController().signal, ({ id, exitCode }) => {
    if (exitCode === 0) whole.add(id)
  })
  expect(end.stopped).toBe('silent')
  expect(whole).toContain('getprop')
  expect(whole).toContain('clock')
  expect(whole).not.toContain('connectivity')
})
