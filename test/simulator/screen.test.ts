import { afterAll, beforeAll, expect, test } from 'vitest'
import { readScreen } from '../../src/core/screen-message/read-screen.ts'
import { SCREEN_SECTION } from '../../src/core/screen-message/section.ts'
import { adbLink } from '../../src/device/adb/adb-link.ts'
import { cleanDeviceText } from '../../src/core/device-text.ts'
import type { SectionOutput } from '../../src/core/probes/probe.ts'
import { askAdbServer } from './adb-question.ts'
import {
  presets,
  startAdbServer,
  startPhone,
  type AdbServer,
  type PhoneState,
  type SimulatedPhone,
} from './index.ts'

let server: AdbServer
beforeAll(async () => {
  server = await startAdbServer()
})
afterAll(() => server.close())

const look = async (state: PhoneState, prepare: (phone: SimulatedPhone) => void = () => undefined) => {
  const phone = await startPhone(state)
  prepare(phone)
  await server.connect(phone)
  const devices = (await askAdbServer(server.port, 'host:devices-l')) ?? ''
  const transportId = Number(/transport_id:(\d+)/.exec(devices)?.[1])
  const link = adbLink(
    { host: '127.0.0.1', port: server.port },
    {
      serial: cleanDeviceText(phone.adbSerial),
      transportId,
      state: 'device',
      model: null,
      product: null,
      codename: null,
    },
  )
  const outputs: SectionOutput[] = []
  const end = await link.inspect([SCREEN_SECTION], new AbortController().signal, (output) =>
    outputs.push(output),
  )
  const writes = phone.writes()
  await server.disconnect(phone)
  await phone.close()
  const [output] = outputs
  return { end, writes, screen: output === undefined ? null : readScreen(output) }
}

const { couldNotVerify, miui10 } = presets

test('the screen comes over a real adb server, and the phone is left as it was', async () => {
  const { end, writes, screen } = await look(couldNotVerify.phone())
  expect(end.stopped).toBeNull()
  expect(writes).toEqual([])
  expect(screen).toEqual({ status: 'read', texts: couldNotVerify.phone().screen.texts, whole: true })
})

test('also from an adbd without shell protocol 2, and without the command', async () => {
  const old = { ...miui10.phone(), features: ['cmd'] }
  expect((await look(old)).screen).toMatchObject({ status: 'read', texts: old.screen.texts })
  const without = { ...old, missingCommands: ['uiautomator'] }
  expect((await look(without)).screen).toEqual({ status: 'unreadable', reason: 'missing' })
})

test('a locked screen and one that moves say so', async () => {
  const screens = { covered: { locked: true }, moving: { moving: true } } as const
  for (const [reason, screen] of Object.entries(screens)) {
    const seen = await look(couldNotVerify.phone(), (phone) => phone.change({ screen }))
    expect(seen.screen).toEqual({ status: 'unreadable', reason })
  }
})
