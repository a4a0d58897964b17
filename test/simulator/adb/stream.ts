import { commands, packet, type Packet } from './packets.ts'

/** One OPENed stream, seen from the phone. A WRTE may follow only when the OKAY for the one before has come. */
export type Stream = {
  readonly number: number
  /** Queues bytes; false means that the sender should wait for `whenDrained`. */
  write(bytes: Buffer): boolean
  /** Closes once everything queued has been sent. */
  end(): void
  /** Closes at once. */
  close(): void
  whenDrained: () => void
  /** The host sent bytes; it sends no more before `accept` has been called. */
  whenReceived: (bytes: Buffer, accept: () => void) => void
  whenClosed: () => void
}

/** What the connection needs to know of a stream beyond what a service does. */
export type StreamEnds = {
  readonly stream: Stream
  acknowledged(): void
  received(bytes: Buffer): void
  closed(): void
}

const enoughQueued = 256 * 1024

export type StreamRules = {
  readonly maximumPayload: number
  /** A fault may shorten what leaves the phone; undefined lets nothing more out. */
  limit(number: number, bytes: Buffer): Buffer | undefined
  /** The host has taken everything that `limit` let through. */
  afterAcknowledged(number: number): void
}

export function openStream(
  local: number,
  remote: number,
  send: (packet: Packet) => void,
  rules: StreamRules,
): StreamEnds {
  let queue: Buffer[] = []
  let queuedLength = 0
  let awaitingAcknowledgement = false
  let ending = false
  let closed = false

  const sendNext = (): void => {
    if (closed || awaitingAcknowledgement) return
    const next = queue.shift()
    if (next === undefined) {
      if (ending) stream.close()
      return
    }
    const part = next.subarray(0, rules.maximumPayload)
    if (part.length < next.length) queue.unshift(next.subarray(part.length))
    queuedLength -= part.length
    const allowed = rules.limit(local, part)
    awaitingAcknowledgement = true
    if (allowed !== undefined) send(packet(commands.WRTE, local, remote, allowed))
  }

  const stream: Stream = {
    number: local,
    write(bytes) {
      if (closed || bytes.length === 0) return true
      queue.push(bytes)
      queuedLength += bytes.length
      sendNext()
      return queuedLength < enoughQueued
    },
    end() {
      ending = true
      sendNext()
    },
    close() {
      if (closed) return
      send(packet(commands.CLSE, local, remote))
      finish()
    },
    whenDrained: () => {},
    whenReceived: (_bytes, accept) => accept(),
    whenClosed: () => {},
  }

  const finish = (): void => {
    if (closed) return
    closed = true
    queue = []
    stream.whenClosed()
  }

  return {
    stream,
    acknowledged() {
      awaitingAcknowledgement = false
      rules.afterAcknowledged(local)
      sendNext()
      if (queuedLength < enoughQueued) stream.whenDrained()
    },
    received(bytes) {
      stream.whenReceived(bytes, () => {
        if (!closed) send(packet(commands.OKAY, local, remote))
      })
    },
    closed: finish,
  }
}
