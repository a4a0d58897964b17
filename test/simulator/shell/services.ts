import type { Stream } from '../adb/stream.ts'
import { frameKinds, shellFrame, shellFrameReader } from '../adb/shell-frames.ts'
import type { RunningScript } from './run-script.ts'

/** How a service is asked for: `shell:`, `shell,v2,raw:`, `exec:`; AOSP packages/modules/adb/daemon/services.cpp */
export type ShellCall = { readonly script: string; readonly framed: boolean }

export function parseShellCall(service: string): ShellCall | undefined {
  const [, name, options, script] = /^(shell|exec)((?:,[^:]*)?):([\s\S]*)$/.exec(service) ?? []
  if (name === undefined || script === undefined) return undefined
  return { script, framed: name === 'shell' && (options ?? '').split(',').includes('v2') }
}

/** Without frames stdout and stderr are one stream, in the order in which they were written. */
export function scriptFor(call: ShellCall): string {
  return call.framed ? call.script : `exec 2>&1\n${call.script}`
}

export type ServiceEnd = { readonly sendsExitCode: boolean; exited(code: number): void }

export function joinToStream(running: RunningScript, stream: Stream, call: ShellCall, end: ServiceEnd): void {
  const sources = [running.output, running.errors] as const
  const kinds = [frameKinds.stdout, frameKinds.stderr] as const
  const ended = sources.map((source, at) => {
    const kind = kinds[at] ?? frameKinds.stdout
    source.on('data', (bytes: Buffer) => {
      const out = kind === frameKinds.stderr ? asAndroidShellSays(bytes) : bytes
      if (!stream.write(call.framed ? shellFrame(kind, out) : out)) for (const one of sources) one.pause()
    })
    return new Promise<void>((resolve) => source.once('close', resolve))
  })
  stream.whenDrained = () => {
    for (const source of sources) source.resume()
  }

  const input = (bytes: Buffer, accept: () => void): void => {
    if (running.input.writable && !running.input.write(bytes)) running.input.once('drain', accept)
    else accept()
  }
  const readFrames = shellFrameReader((kind, bytes) => {
    if (kind === frameKinds.closeStdin) running.input.end()
    else if (kind === frameKinds.stdin) input(bytes, () => {})
  })
  stream.whenReceived = (bytes, accept) => {
    if (!call.framed) return input(bytes, accept)
    readFrames(bytes)
    accept()
  }
  stream.whenClosed = () => running.kill()

  void Promise.all([running.exited, ...ended]).then(([code]) => {
    end.exited(code)
    if (call.framed && end.sendsExitCode)
      stream.write(shellFrame(frameKinds.exit, Buffer.from([code & 0xff])))
    stream.end()
  })
}

/** Android's shell is mksh and says a missing command in other words than the shell of the machine we run on. */
function asAndroidShellSays(bytes: Buffer): Buffer {
  if (!bytes.includes(': not found')) return bytes
  return Buffer.from(
    bytes
      .toString()
      .replaceAll(
        /^(?:\/bin\/)?sh: \d+: (.+): not found$/gm,
        '/system/bin/sh: $1: inaccessible or not found',
      ),
  )
}
