import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveConnection, type Connection, type PhoneSide } from './adb/connection.ts'
import type { Stream } from './adb/stream.ts'
import { changed, type PhoneChange } from './change.ts'
import { commandNames, functionNames } from './commands/index.ts'
import { printedLog, type LogLevel } from './commands/logcat.ts'
import { faultList, type Fault } from './fault.ts'
import { closed, listen } from './listen.ts'
import { writesOf, type CommandRecord, type ServiceRecord } from './records.ts'
import { replyFolder } from './shell/reply-folder.ts'
import { layShims } from './shell/shims.ts'
import { parseShellCall } from './shell/services.ts'
import { shellService } from './shell-service.ts'
import type { PhoneState } from './state.ts'

export type PhoneOptions = {
  /** The user has not allowed this computer yet: adb shows `unauthorized`. */
  readonly authorized?: boolean
  /** The phone does not speak: adb shows `offline`. */
  readonly silent?: boolean
  /** So many shells are started before they are asked for; they cost memory, and time only at first. */
  readonly spareShells?: number
}

/** What follows a phone as it is unplugged and plugged in: an adb server that it was connected to. */
export type Cable = { plugged(): Promise<void>; unplugged(): Promise<void> }

export type SimulatedPhone = {
  readonly port: number
  /** What adb calls a phone on TCP. */
  readonly adbSerial: string
  readonly state: PhoneState
  readonly isSilent: boolean
  readonly services: readonly ServiceRecord[]
  readonly commands: readonly CommandRecord[]
  /** All that changed the phone or tried to. A probe must leave this empty. */
  writes(): readonly string[]
  /** The same without the changes that a fix may make. */
  violations(): readonly string[]
  change(patch: PhoneChange | ((state: PhoneState) => PhoneState)): void
  /** Something that an app of the phone writes down, at the phone's own time. */
  log(tag: string, message: string, level?: LogLevel): void
  /** Bytes in its log that are no lines. */
  spoilLog(bytes: Buffer): void
  /** True is a tap on Allow; false takes it back, which ends the connection. */
  setAuthorized(authorized: boolean): Promise<void>
  /** Silent is what adb shows as offline. */
  setSilent(silent: boolean): Promise<void>
  misbehave(fault: Fault | readonly Fault[] | null): void
  /** From now on a script that the phone has run before is answered as it was then, without a shell. */
  recall(on: boolean): void
  /** The cable is out at once; the promise is kept when adb has forgotten the phone. */
  unplug(): Promise<void>
  plug(): Promise<void>
  attach(cable: Cable): void
  detach(cable: Cable): void
  close(): Promise<void>
}

export async function startPhone(initial: PhoneState, options: PhoneOptions = {}): Promise<SimulatedPhone> {
  const root = mkdtempSync(join(tmpdir(), 'benchside-phone-'))
  const home = join(root, 'home')
  const commandFolder = join(root, 'bin')
  mkdirSync(home)
  const has = (name: string): boolean => !initial.missingCommands.includes(name)
  const functions = layShims(commandFolder, {
    names: commandNames().filter(has),
    functions: functionNames().filter(has),
  })

  const logFile = join(root, 'log')
  writeFileSync(logFile, initial.log)

  let state = initial
  let authorized = options.authorized ?? true
  let silent = options.silent ?? false
  let plugged = true
  let recalling = false
  const faults = faultList()
  const services: ServiceRecord[] = []
  const commands: CommandRecord[] = []
  const sockets = new Set<Socket>()
  const connections = new Set<Connection>()
  const cables = new Set<Cable>()

  const pull = (): void => {
    plugged = false
    for (const socket of sockets) socket.destroy()
  }
  const unplug = async (): Promise<void> => {
    pull()
    await Promise.all([...cables].map((cable) => cable.unplugged()))
  }
  const plug = async (): Promise<void> => {
    plugged = true
    await Promise.all([...cables].map((cable) => cable.plugged()))
  }
  const replug = async (): Promise<void> => {
    if (!plugged) return
    await unplug()
    await plug()
  }

  const shells = shellService({
    place: { home, commands: commandFolder, functions },
    spareShells: options.spareShells ?? 0,
    replies: replyFolder(join(root, 'replies')),
    context: {
      get state() {
        return state
      },
      logFile,
      change: (patch) => {
        state = changed(state, patch)
        shells.forget()
      },
    },
    faults,
    services,
    commands,
    recalls: () => recalling,
    pull: () => void unplug(),
  })

  const side = (connection: () => Connection): PhoneSide => ({
    banner: () => bannerOf(state),
    maximumPayload: () => state.maximumPayload,
    isAuthorized: () => authorized,
    isSilent: () => silent,
    packetMilliseconds: () => faults.current('slow')?.packetMilliseconds ?? 0,
    answersOpen: (service) => faults.current('ignores-open', service) === undefined,
    limit: (stream, bytes) => shells.limit(stream, bytes),
    afterAcknowledged: (stream) => shells.afterAcknowledged(stream),
    knows: (service) => {
      const known =
        parseShellCall(service) !== undefined && state.mode !== 'sideload' && state.mode !== 'bootloader'
      if (!known) shells.record(service, '')
      return known
    },
    serve: (service: string, stream: Stream) => shells.serve(service, stream, connection()),
    closed: () => connections.delete(connection()),
  })

  const server = createServer((socket) => {
    if (!plugged) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    const connection: Connection = serveConnection(
      socket,
      side(() => connection),
    )
    connections.add(connection)
  })
  const port = await listen(server)

  return {
    port,
    adbSerial: `127.0.0.1:${String(port)}`,
    get state() {
      return state
    },
    get isSilent() {
      return silent
    },
    services,
    commands,
    writes: () => writesOf(services, commands, ['reads']),
    violations: () => writesOf(services, commands, ['reads', 'fixes']),
    change(patch) {
      state = typeof patch === 'function' ? patch(state) : changed(state, patch)
      shells.forget()
    },
    log: (tag, message, level = 'I') => appendFileSync(logFile, printedLog(state, tag, message, level)),
    spoilLog: (bytes) => appendFileSync(logFile, bytes),
    async setAuthorized(value) {
      if (authorized === value) return
      authorized = value
      if (value) for (const connection of connections) connection.greet()
      else await replug()
    },
    async setSilent(value) {
      if (silent === value) return
      silent = value
      if (value) await replug()
      else for (const connection of connections) connection.greet()
    },
    misbehave(fault) {
      faults.set(fault === null ? [] : isList(fault) ? fault : [fault])
      shells.forget()
    },
    recall: (on) => {
      recalling = on
    },
    unplug,
    plug,
    attach: (cable) => void cables.add(cable),
    detach: (cable) => void cables.delete(cable),
    async close() {
      pull()
      await closed(server)
      await shells.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function isList(fault: Fault | readonly Fault[]): fault is readonly Fault[] {
  return Array.isArray(fault)
}

/** AOSP packages/modules/adb/adb.cpp get_connection_string() */
function bannerOf(state: PhoneState): string {
  const properties = `ro.product.name=${state.product};ro.product.model=${state.model};ro.product.device=${state.device};`
  return `${state.mode}::${properties}features=${state.features.join(',')}`
}
