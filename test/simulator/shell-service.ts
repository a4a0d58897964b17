import type { Connection } from './adb/connection.ts'
import { shellFrame, frameKinds } from './adb/shell-frames.ts'
import type { Stream } from './adb/stream.ts'
import type { PhoneContext } from './commands/command.ts'
import { effectOf } from './commands/effects.ts'
import { answerCommand } from './commands/index.ts'
import type { Faults } from './fault.ts'
import type { CommandRecord, ServiceRecord } from './records.ts'
import { drip, flood, garbage, hugeFrame } from './shell/broken-services.ts'
import { shellMemory } from './shell/memory.ts'
import { asShell } from './shell/reply.ts'
import type { ReplyFolder } from './shell/reply-folder.ts'
import { spareShells, type Place, type RunningScript } from './shell/run-script.ts'
import { joinToStream, parseShellCall, scriptFor, type ShellCall } from './shell/services.ts'

export type ShellHome = {
  readonly place: Place
  /** Shells that are started before they are asked for. */
  readonly spareShells: number
  readonly replies: ReplyFolder
  readonly context: PhoneContext
  readonly faults: Faults
  readonly services: ServiceRecord[]
  readonly commands: CommandRecord[]
  /** Answers a script that it has run before as it did then. */
  recalls(): boolean
  pull(): void
}

export type ShellService = {
  record(service: string, script: string): ServiceRecord
  serve(service: string, stream: Stream, connection: Connection): void
  limit(stream: number, bytes: Buffer): Buffer | undefined
  afterAcknowledged(stream: number): void
  /** The phone has changed: what its shells said before is no more true. */
  forget(): void
  close(): Promise<void>
}

type Open = { readonly script: string; sent: number; pullWhenTaken: boolean }

export function shellService(phone: ShellHome): ShellService {
  const { faults } = phone
  const memory = shellMemory()
  const running = new Set<RunningScript>()
  const shells = spareShells(phone.spareShells, phone.place)
  const open = new Map<number, Open>()

  const record = (service: string, script: string): ServiceRecord => {
    const made = { number: phone.services.length, service, script, openedAt: Date.now(), exitCode: null }
    phone.services.push(made)
    return made
  }

  const delayOf = ([name = '', first = '']: readonly string[]): number => {
    const delays = faults.current('slow')?.commandMilliseconds
    return (delays?.[`${name} ${first}`] ?? delays?.[name] ?? 0) / 1000
  }

  /** `timeout` of a command that will be done before: the command itself, without a process that watches it. */
  const doneInTime = ([name, limit, ...words]: readonly string[]): boolean => {
    if (name !== 'timeout' || !(Number(limit) > 0) || effectOf(words) !== 'reads') return false
    if (faults.current('hangs-at')?.command === words[0]) return false
    const reply = answerCommand(words, phone.context)
    return reply.kind === 'text' && reply.seconds + delayOf(words) < Number(limit)
  }

  const answer = (words: readonly string[], service: number): string | undefined => {
    if (doneInTime(words)) return answer(words.slice(2), service)
    const [name = ''] = words
    phone.commands.push({ service, words, effect: effectOf(words), at: Date.now() })
    if (faults.current('unplugs-at')?.command === name) {
      // What was said before has left the phone by then.
      setTimeout(() => phone.pull(), 50)
      return undefined
    }
    const reply = answerCommand(words, phone.context)
    if (faults.current('hangs-at')?.command === name)
      return asShell({ kind: 'hangs', output: '' }, phone.replies, 0)
    return asShell(reply, phone.replies, delayOf(words))
  }

  const run = (call: ShellCall, stream: Stream, made: ServiceRecord): void => {
    if (phone.recalls() && memory.recall(call.script, stream)) return
    const endsWith = memory.learn(call.script, stream)
    const script = shells.run(scriptFor(call), {
      ...phone.place,
      answer: (words) => answer(words, made.number),
    })
    running.add(script)
    void script.exited.then(() => running.delete(script))
    joinToStream(script, stream, call, {
      sendsExitCode: faults.current('no-exit-code', call.script) === undefined,
      exited: (code) => {
        made.exitCode = code
        endsWith(code)
      },
    })
  }

  return {
    record,
    serve(service, stream, connection) {
      const call = parseShellCall(service)
      if (call === undefined) return stream.close()
      const made = record(service, call.script)
      open.set(stream.number, { script: call.script, sent: 0, pullWhenTaken: false })
      const floods = faults.current('floods', call.script)
      if (floods !== undefined) return flood(stream, floods.stream, call.framed)
      if (faults.current('drips', call.script) !== undefined) return drip(stream, call.framed)
      if (faults.current('huge-frame', call.script) !== undefined) return hugeFrame(stream)
      if (faults.current('garbage-packets', call.script) !== undefined)
        return connection.sendRaw(garbage(4096))
      if (faults.current('garbage', call.script) !== undefined) {
        stream.write(shellFrame(frameKinds.stdout, Buffer.from('well until here\n')))
        stream.write(garbage(4096))
        return stream.end()
      }
      run(call, stream, made)
    },
    limit(number, bytes) {
      const one = open.get(number)
      if (one === undefined) return bytes
      const unplugs = faults.current('unplugs', one.script)
      const most =
        unplugs?.afterBytes ?? faults.current('hangs', one.script)?.afterBytes ?? Number.POSITIVE_INFINITY
      const left = most - one.sent
      if (left >= bytes.length) {
        one.sent += bytes.length
        return bytes
      }
      one.sent = most
      if (unplugs !== undefined) {
        if (left <= 0) phone.pull()
        else one.pullWhenTaken = true
      }
      return left <= 0 ? undefined : bytes.subarray(0, left)
    },
    afterAcknowledged(number) {
      const one = open.get(number)
      if (one?.pullWhenTaken === true) phone.pull()
    },
    forget: () => memory.forget(),
    async close() {
      shells.close()
      const ending = [...running].map(({ exited }) => exited)
      for (const script of running) script.kill()
      await Promise.all(ending)
    },
  }
}
