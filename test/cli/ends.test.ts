import Database from 'better-sqlite3'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { presets, somePhone, startAdbServer, type AdbServer } from '../simulator/index.ts'
import { closed, listen } from '../simulator/listen.ts'
import { plugIn } from './plugged.ts'
import { cli, emptyPlace, json, temporaryFolder, throughNpmScript, type Place } from './terminal.ts'

let adb: AdbServer
beforeAll(async () => {
  await throughNpmScript(['--help'])
  adb = await startAdbServer()
  return () => adb.close()
}, 120_000)

const onBench = (): Place => ({ data: temporaryFolder(), adbPort: adb.port })

const OPEN = 'ticket open --customer Ana --phone 1 --said x'.split(' ')
const openOne = (place: Place) => json(place, OPEN)
const RECURSIVE = { recursive: true } as const

const serverThatSays = async (words: string): Promise<number> => {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(words))
  })
  const port = await listen(server)
  onTestFinished(() => closed(server))
  return port
}

describe('wrong use ends with 2 and says what to write', { timeout: 60_000 }, () => {
  test.each([
    [['--no-such-option'], "Unknown option '--no-such-option'"],
    [['prob'], 'There is no command “prob”.'],
    [['ticket'], 'name what to do and the ticket; see --help'],
    [['ticket', 'burn', 'T-0001'], 'There is no command “ticket burn”.'],
    [['ticket', 'show'], 'name what to do and the ticket; see --help'],
    [['ticket', 'show', 'T-9999'], 'There is no ticket T-9999.'],
    [['ticket', 'open', '--phone', '1', '--said', 'x'], 'Write the customer’s name first'],
    [['ticket', 'open', '--customer', 'Ana', '--consent', 'all'], 'it has to be one of read, change'],
    [['ticket', 'open', '--customer', 'Ana', '--symptoms', 'SY99'], 'knows no symptom “SY99”'],
    [['ticket', 'attempt', 'T-0001', '--outcome', 'perhaps'], 'one of worked, failed, partly'],
    [['ticket', 'attempt', 'T-0001', '--outcome', 'worked'], 'one of sign-in, readings, word'],
    [['ticket', 'attempt', 'T-0001', '--outcome', 'failed', '--verified', 'word'], 'name the fix'],
    [
      ['ticket', 'attempt', 'T-0001', '--outcome', 'failed', '--verified', 'word', '--fix', 'FX99'],
      'knows no fix “FX99”',
    ],
    [['ticket', 'close', 'T-0001'], 'one of fixed, not-fixed, referred, declined'],
    [['ticket', 'list', '--limit', '0'], 'a whole number from 1 to 10000'],
    [['ticket', 'list', '--state', 'lost'], 'one of diagnosing, waiting, fixed, ready, closed'],
    [['diagnose'], 'name a file, or - for standard input'],
    [['diagnose', '--input', '/no/such/file'], 'it cannot be opened'],
    [['probe', '--replay', '/no/such/file'], 'it cannot be opened'],
  ])('%j', async (words, said) => {
    const { exitCode, stdout, stderr } = await cli(await emptyPlace(), [...words, '--json'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(said)
    expect(stderr).not.toMatch(/^\s+at /mu)
  })

  test('without a command the help is shown', async () => {
    const asked = await cli(await emptyPlace(), ['--help'])
    expect(asked).toMatchObject({ exitCode: 0, stdout: '' })
    const { exitCode, stdout, stderr } = await cli(await emptyPlace(), [])
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 2, stdout: '', stderr: asked.stderr })
  })

  test.each(['0', '65536', 'adb', '5037.5', ''])('a port “%s” is none', async (port) => {
    const place = await emptyPlace()
    const { exitCode, stdout, stderr } = await cli(place, ['phones', `--adb-port=${port}`, '--'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toBe('--adb-port is not right: it has to be a port number, 1 to 65535\n')
  })

  test.each([
    ['not JSON', 'it is not JSON'],
    ['[]', 'expected object'],
    ['{"symptoms":["SY99"]}', 'knows no symptom “SY99”'],
    ['{"checks":{"CK01":"perhaps"}}', 'checks.CK01'],
    ['{"attempts":[{"fix":"FX24"}]}', 'attempts.0.outcome'],
    ['{"readings":{"clock.offset":{"value":3}}}', 'readings.clock.offset.status'],
  ])('a diagnosis of %s', async (input, said) => {
    const words = ['diagnose', '--input', '-', '--json']
    const { exitCode, stdout, stderr } = await cli(await emptyPlace(), words, { input })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(said)
  })

  test.each([
    ['null', { value: null }],
    ['text for a number', { value: 'three days' }],
    ['a map for a number', { value: {} }],
  ])('a reading with %s for its value never breaks a diagnosis', async (_, more) => {
    const ids = ['clock.offset', 'package.com.xiaomi.account', 'network.privateDns', 'network.hosts']
    const readings = Object.fromEntries(ids.map((id) => [id, { status: 'measured', command: '', ...more }]))
    const words = ['diagnose', '--input', '-', '--json']
    const { exitCode, stderr } = await cli(await emptyPlace(), words, { input: JSON.stringify({ readings }) })
    expect([0, 2]).toContain(exitCode)
    expect(stderr).not.toContain('inside Benchside')
  })

  test.each(['{', '{"schema":2}', '[]'])('a recording that is %s', async (text) => {
    const place = await emptyPlace()
    const file = join(place.data, 'recording.json')
    writeFileSync(file, text)
    const { exitCode, stdout, stderr } = await cli(place, ['probe', '--replay', file, '--json'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(`${file} is not a recording that can be played`)
  })

  test('a recording that cannot be written says so, and what was read is still printed', async () => {
    await plugIn(adb, somePhone())
    const file = '/no/such/folder/phone.json'
    const { exitCode, stdout, stderr } = await cli(onBench(), ['probe', '--json', '--save', file])
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, stopped: null })
    expect(stderr).toContain(`could not be saved as ${file}`)
    expect(stderr).not.toMatch(/^\s+at /mu)
  })
})

describe('no phone ends with 3 and says how to get one', { timeout: 60_000 }, () => {
  const answering = async (words: string): Promise<Place> => ({
    ...(await emptyPlace()),
    adbPort: await serverThatSays(words),
  })

  test.each([
    ['no adb program', emptyPlace, 'no-adb', 'Install Android platform tools'],
    ['no phone on the cable', onBench, 'running', 'No phone is connected. Plug one in'],
    ['HTTP on the port', () => answering('HTTP/1.1 400 Bad\r\n\r\n'), 'port-taken', 'Close that program'],
    ['an adb of 2016', () => answering('OKAY00040028'), 'too-old', 'Update Android platform tools'],
  ])('%s', async (_, makePlace, state, said) => {
    const place = await makePlace()
    const listed = await cli(place, ['phones', '--json'])
    expect(listed.exitCode).toBe(3)
    expect(JSON.parse(listed.stdout)).toMatchObject({ server: { state }, phones: [] })
    expect(listed.stderr).toContain(said)
    const probed = await cli(place, ['probe', '--json'])
    expect(probed).toMatchObject({ exitCode: 3, stdout: '' })
    expect(probed.stderr).toContain(said)
  })

  test('another phone than the one that is named', async () => {
    await plugIn(adb, somePhone())
    expect(await cli(onBench(), ['probe', '--serial', 'other'])).toMatchObject({ exitCode: 3, stdout: '' })
  })
})

describe('a phone that is not ready ends with 4 and says what to touch', { timeout: 60_000 }, () => {
  test.each([
    ['waits for Allow', { authorized: false }, 'device', 'touch Allow'],
    ['does not speak', { silent: true }, 'device', 'Unplug the cable, unlock the phone'],
    ['is in recovery', {}, 'recovery', 'Choose Reboot to system'],
    ['is in sideload mode', {}, 'sideload', 'Cancel on the phone'],
  ])('a phone that %s', async (_, options, mode, said) => {
    await plugIn(adb, somePhone({ mode }), options)
    const place = onBench()
    const { exitCode, stdout, stderr } = await cli(place, ['probe', '--json'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: '' })
    expect(stderr).toContain(said)
    expect(await cli(place, ['phones'])).toMatchObject({ exitCode: 0, stderr: '' })
  })
})

describe('a connection lost in the middle ends with 5', { timeout: 60_000 }, () => {
  test.each([
    ['unplugged', { kind: 'unplugs-at', command: 'dumpsys' }, 'disconnected in the middle'],
    ['silent', { kind: 'hangs-at', command: 'dumpsys' }, 'Unplug it, plug it in again'],
    ['flood', { kind: 'floods', stream: 'stdout' }, 'far more than it was asked for'],
    ['unplugged', { kind: 'garbage-packets' }, 'disconnected in the middle'],
  ] as const)('%s, because of %j', async (stopped, fault, said) => {
    const phone = await plugIn(adb, presets.clockAndPackage.phone())
    phone.misbehave(fault)
    const { exitCode, stdout, stderr } = await cli(onBench(), ['probe', '--json'])
    expect(exitCode).toBe(5)
    expect(JSON.parse(stdout)).toMatchObject({ stopped })
    expect(stderr).toContain(said)
  })

  test('a ticket is opened also when its phone sends nothing that can be read', async () => {
    const phone = await plugIn(adb, somePhone())
    phone.misbehave({ kind: 'unplugs', afterBytes: 0 })
    const place = onBench()
    const { exitCode, stdout, stderr } = await cli(place, [...OPEN, '--serial', phone.adbSerial, '--json'])
    expect(exitCode).toBe(5)
    expect(JSON.parse(stdout)).toMatchObject({ number: 'T-0001' })
    expect(stderr).toContain('disconnected in the middle')
    expect(await json(place, ['ticket', 'list'])).toMatchObject({
      tickets: [{ device: { serial: phone.adbSerial } }],
    })
  })
})

describe('a move that a rule forbids ends with 6 and says which comes first', { timeout: 60_000 }, () => {
  const attempt = (outcome: string) =>
    `ticket attempt T-0001 --fix FX24 --outcome ${outcome} --verified word`.split(' ')
  const close = (result: string) => ['ticket', 'close', 'T-0001', '--result', result]

  test.each([
    ['reopen what is open', [], ['ticket', 'reopen', 'T-0001'], 'T-0001 is not closed'],
    ['close as fixed when nothing worked', [attempt('failed')], close('fixed'), 'no step is marked'],
    ['close as not fixed what worked', [attempt('worked')], close('not-fixed'), 'did not work” first'],
    ['try on after closing', [close('declined')], attempt('worked'), 'is closed. Reopen it first.'],
    ['close twice', [close('referred')], close('referred'), 'is closed. Reopen it first.'],
  ])('%s', async (_, before, move, said) => {
    const place = await emptyPlace()
    await openOne(place)
    for (const words of before) await json(place, words)
    const was = await json(place, ['ticket', 'show', 'T-0001'])
    const { exitCode, stdout, stderr } = await cli(place, [...move, '--json'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 6, stdout: '' })
    expect(stderr).toContain(said)
    expect(await json(place, ['ticket', 'show', 'T-0001'])).toEqual(was)
  })
})

describe('a record that cannot be used ends with 7 and says what to do', { timeout: 60_000 }, () => {
  const inRecord = (data: string, statement: string): void => {
    const raw = new Database(join(data, 'benchside.db'))
    onTestFinished(() => void raw.close())
    raw.exec(statement)
  }

  test.each([
    [
      'damaged',
      'put back the latest copy',
      (data: string) => writeFileSync(join(data, 'benchside.db'), Buffer.alloc(8192, 'rubbish')),
    ],
    [
      'newer',
      'Update this one; nothing was changed',
      (data: string) => inRecord(data, "insert into migrations values ('9999-future', 'x')"),
    ],
    [
      'held by another program',
      'Close it and try again',
      (data: string) => inRecord(data, 'begin immediate'),
    ],
  ])('%s', async (_, said, spoil) => {
    const place = await emptyPlace()
    await openOne(place)
    spoil(place.data)
    const { exitCode, stdout, stderr } = await cli(place, [...OPEN, '--json'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 7, stdout: '' })
    expect(stderr).toContain(said)
    expect(stderr).not.toMatch(/^\s+at /mu)
  })

  test.each([
    ['a file is where the folder should be', (data: string) => writeFileSync(data, '')],
    [
      'a folder is where the file should be',
      (data: string) => mkdirSync(join(data, 'benchside.db'), RECURSIVE),
    ],
  ])('%s', async (_, spoil) => {
    const place = await emptyPlace()
    const data = join(place.data, 'shop')
    spoil(data)
    const { exitCode, stdout, stderr } = await cli({ ...place, data }, ['ticket', 'list', '--json'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 7, stdout: '' })
    expect(stderr).toContain('cannot be written')
  })
})

test('where no adb server runs it starts one', { timeout: 60_000 }, async () => {
  const place = await emptyPlace()
  const environment = { BENCHSIDE_ADB: '', HOME: place.data, ADB_LOCAL_TRANSPORT_MAX_PORT: '5554' }
  const { stdout } = await cli({ ...place, environment }, ['phones', '--json'])
  const port = String(place.adbPort)
  onTestFinished(async () => void (await adb.adb(['-P', port, 'kill-server'])))
  expect(JSON.parse(stdout)).toMatchObject({ server: { state: 'running' } })
  expect(readdirSync(place.data)).not.toContain('benchside.db')
})

test('whoever reads only the beginning of a list is told nothing', { timeout: 60_000 }, async () => {
  const place = await emptyPlace()
  await json(place, ['ticket', 'open', '--customer', 'Ana', '--said', 'x'.repeat(100_000)])
  const { exitCode, stderr } = await cli(place, ['ticket', 'list', '--json'], { deaf: true })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
})
