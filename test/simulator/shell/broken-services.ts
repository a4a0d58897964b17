import type { Stream } from '../adb/stream.ts'
import { frameKinds, shellFrame } from '../adb/shell-frames.ts'

/** Writes without end, as fast as the host takes it. */
export function flood(stream: Stream, kind: 'stdout' | 'stderr', framed: boolean): void {
  const bytes = Buffer.alloc(60_000, 'flood of a phone that does not stop\n')
  const out = framed ? shellFrame(frameKinds[kind], bytes) : bytes
  let open = true
  const pour = (): void => {
    if (open && stream.write(out)) setImmediate(pour)
  }
  stream.whenClosed = () => {
    open = false
  }
  stream.whenDrained = () => setImmediate(pour)
  pour()
}

/** Milliseconds between two bytes. */
const DRIP = 100

export function drip(stream: Stream, framed: boolean): void {
  const byte = Buffer.from('x')
  const timer = setInterval(() => {
    stream.write(framed ? shellFrame(frameKinds.stdout, byte) : byte)
  }, DRIP)
  stream.whenClosed = () => clearInterval(timer)
}

export function hugeFrame(stream: Stream): void {
  stream.write(Buffer.from([frameKinds.stdout, 0xff, 0xff, 0xff, 0xff, 0x68, 0x65, 0x6c, 0x6c, 0x6f]))
}

/** The same bytes each time: kinds and lengths that no frame and no packet has. */
export function garbage(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let value = 0x2545f491
  for (let at = 0; at < length; at += 1) {
    value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0
    bytes[at] = (value >>> 16) & 0xff
  }
  return bytes
}
