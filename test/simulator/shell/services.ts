import type { Stream } from '../adb/stream.ts'
import { frameKinds, shellFrame, shellFrameReader } from '../adb/shell-frames.ts'
import { androidWords } from './android-words.ts'
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
  const sources = [
    { from: running.output, kind: frameKinds.stdout },
    { from: running.errors, kind: frameKinds.stderr },
  ] as const
  const ended = sources.map(({ from, kind }) => {
    // Without frames the shell's own words come with stdout.
    const words = kind === frameKinds.stderr || !call.framed ? androidWords() : undefined
    const write = (bytes: Buffer): void => {
      if (bytes.length === 0) return
      if (!stream.write(call.framed ? shellFrame(kind, bytes) : bytes))
        for (const one of sources) one.from.pause()
    }
    from.on('data', (bytes: Buffer) => write(words?.next(bytes) ?? bytes))
    return new Promise<void>((resolve) => {
      from.once('close', () => {
        if (words !== undefined) write(words.rest())
        resolve()
      })
    })
  })
  stream.whenDrained = () => {
    for (const { from } of sources) from.resume()
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
