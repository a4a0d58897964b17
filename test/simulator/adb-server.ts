import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askAdbServer, listedPhones } from './adb-question.ts'
import { freePort } from './listen.ts'
import type { Cable, SimulatedPhone } from './phone.ts'
import { waitUntil } from './wait-until.ts'

export type AdbResult = { readonly exitCode: number; readonly output: string; readonly errors: string }

/** The real adb server, on a port of its own, with a home of its own. */
export type AdbServer = {
  readonly port: number
  /** The environment in which `adb` talks to this server. */
  readonly environment: Readonly<Record<string, string>>
  /** `adb connect`, and waits until the phone is listed in some state. */
  connect(phone: SimulatedPhone): Promise<void>
  disconnect(phone: SimulatedPhone): Promise<void>
  /** What `adb devices -l` prints. */
  devices(): Promise<string>
  /** Any adb command; it is ended after the given time with exit code -1. */
  adb(words: readonly string[], milliseconds?: number): Promise<AdbResult>
  /** The same for one phone. */
  adbFor(phone: SimulatedPhone, words: readonly string[], milliseconds?: number): Promise<AdbResult>
  /** Waits until adb lists the phone in that state; undefined is: no longer listed. */
  waitFor(phone: SimulatedPhone, state: string | undefined): Promise<void>
  /** As if it had crashed. */
  kill(): Promise<void>
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startAdbServer(
  options: { port?: number; executable?: string } = {},
): Promise<AdbServer> {
  const port = options.port ?? (await freePort())
  if (port === 5037) throw new Error('port 5037 belongs to the adb server of whoever uses this machine')
  const executable = options.executable ?? 'adb'
  const home = mkdtempSync(join(tmpdir(), 'benchside-adb-'))
  const environment = {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: home,
    TMPDIR: home,
    ANDROID_SDK_HOME: home,
    ANDROID_ADB_SERVER_PORT: String(port),
    // Otherwise adb looks for emulators on the ports from 5555 on and finds other people's phones.
    ADB_LOCAL_TRANSPORT_MAX_PORT: '5554',
  }
  const cables = new Map<SimulatedPhone, Cable>()
  let child: ChildProcess | undefined

  const adb: AdbServer['adb'] = (words, milliseconds = 10_000) =>
    new Promise((resolve) => {
      // Without a server the command would start one that no one ends.
      if (child === undefined) {
        resolve({ exitCode: -1, output: '', errors: 'no adb server' })
        return
      }
      execFile(
        executable,
        ['-P', String(port), ...words],
        { env: environment, timeout: milliseconds, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
        (error, output, errors) => {
          const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
          resolve({ exitCode, output, errors })
        },
      )
    })

  const start = async (): Promise<void> => {
    const started = spawn(executable, ['-P', String(port), 'nodaemon', 'server'], {
      env: environment,
      stdio: 'ignore',
    })
    child = started
    await waitUntil(`adb server on port ${String(port)}`, async () => {
      if (started.exitCode !== null) throw new Error(`adb server ended with ${String(started.exitCode)}`)
      return (await askAdbServer(port, 'host:version')) !== undefined
    })
  }
  const kill = async (): Promise<void> => {
    const ending = child
    child = undefined
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    ending.kill('SIGKILL')
    await once(ending, 'exit')
  }

  const stateOf = async (phone: SimulatedPhone): Promise<string | undefined> =>
    (await listedPhones(port)).get(phone.adbSerial)
  const waitFor: AdbServer['waitFor'] = (phone, state) =>
    waitUntil(`${phone.adbSerial} to be ${state ?? 'gone'}`, async () => (await stateOf(phone)) === state)

  const plugged = async (phone: SimulatedPhone): Promise<void> => {
    // The answer comes only when the phone has greeted, which a silent one never does.
    void askAdbServer(port, `host:connect:${phone.adbSerial}`, 30_000)
    await waitUntil(`${phone.adbSerial} to be listed`, async () => isSettled(await stateOf(phone), phone))
  }
  const unplugged = async (phone: SimulatedPhone): Promise<void> => {
    if (child === undefined) return
    await askAdbServer(port, `host:disconnect:${phone.adbSerial}`)
    await waitFor(phone, undefined)
  }

  await start()
  return {
    port,
    environment,
    adb,
    adbFor: (phone, words, milliseconds) => adb(['-s', phone.adbSerial, ...words], milliseconds),
    waitFor,
    async connect(phone) {
      const cable = { plugged: () => plugged(phone), unplugged: () => unplugged(phone) }
      cables.set(phone, cable)
      phone.attach(cable)
      await plugged(phone)
    },
    async disconnect(phone) {
      const cable = cables.get(phone)
      if (cable !== undefined) phone.detach(cable)
      cables.delete(phone)
      await unplugged(phone)
    },
    devices: async () => (await adb(['devices', '-l'])).output,
    kill,
    restart: async () => {
      await kill()
      await start()
      await Promise.all([...cables.keys()].map(plugged))
    },
    async close() {
      for (const [phone, cable] of cables) phone.detach(cable)
      await kill()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** adb lists a phone as offline until it has greeted: only of a silent one is that the last word. */
function isSettled(state: string | undefined, phone: SimulatedPhone): boolean {
  if (state === undefined || state === 'authorizing' || state === 'connecting') return false
  return state !== 'offline' || phone.isSilent
}
