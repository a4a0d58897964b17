import { createConnection, type Socket, type NetConnectOpts } from 'node:net'
import { AdbServerClient } from '@yume-chan/adb'
import { AdbServerNodeTcpConnector } from '@yume-chan/adb-server-node-tcp'
import { MaybeConsumable, PushReadableStream } from '@yume-chan/stream-extra'

/** Bounds of one connection to the adb server. Milliseconds and bytes; `null` where waiting long is right. */
export type Limits = {
  readonly connectMs: number
  /** From connected to the first byte of an answer. */
  readonly firstByteMs: number
  /** Longest silence after that. */
  readonly idleMs: number | null
  readonly totalMs: number | null
  readonly maxBytes: number | null
}

export type LimitName = 'connect' | 'first-byte' | 'idle' | 'total' | 'bytes'

/** Thrown into whoever reads, when a limit is reached. */
export class LimitReached extends Error {
  readonly limit: LimitName
  constructor(limit: LimitName) {
    super(`adb connection: ${limit} limit reached`)
    this.name = 'LimitReached'
    this.limit = limit
  }
}

const connected = (socket: Socket, limits: Limits, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(new LimitReached('connect')), limits.connectMs)
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', aborted)
      act()
    }
    const aborted = (): void => {
      socket.destroy(signal?.reason instanceof Error ? signal.reason : new Error('cancelled'))
    }
    signal?.addEventListener('abort', aborted, { once: true })
    socket.once('connect', () => settle(resolve))
    socket.once('error', (error) => settle(() => reject(error)))
    socket.once('close', () => settle(() => reject(new Error('closed before it was connected'))))
    if (signal?.aborted) aborted()
  })

/**
 * One bounded connection. Unlike the library's own connector, whose reader waits for ever after a reset
 * (it listens to "end" alone), every way in which a socket can finish ends the stream here.
 */
const boundedConnection = (
  socket: Socket,
  limits: Limits,
  signal: AbortSignal | undefined,
): AdbServerClient.ServerConnection => {
  const closed = new Promise<undefined>((resolve) => {
    socket.once('close', () => resolve(undefined))
  })
  const readable = new PushReadableStream<Uint8Array>((controller) => {
    let ended = false
    let bytes = 0
    let handed = Promise.resolve()
    let silence: NodeJS.Timeout | undefined
    const finish = (error: Error | null): void => {
      if (ended) return
      ended = true
      clearTimeout(silence)
      clearTimeout(total)
      signal?.removeEventListener('abort', aborted)
      socket.destroy()
      try {
        if (error) controller.error(error)
        else controller.close()
      } catch {
        // The reader has already cancelled; there is nobody left to tell.
      }
    }
    const waitFor = (limit: LimitName, ms: number | null): void => {
      clearTimeout(silence)
      if (ms !== null && !ended) silence = setTimeout(() => finish(new LimitReached(limit)), ms)
    }
    const total =
      limits.totalMs === null
        ? undefined
        : setTimeout(() => finish(new LimitReached('total')), limits.totalMs)
    const aborted = (): void =>
      finish(signal?.reason instanceof Error ? signal.reason : new Error('cancelled'))
    signal?.addEventListener('abort', aborted, { once: true })
    if (signal?.aborted) aborted()
    controller.abortSignal.addEventListener('abort', () => finish(null))
    socket.on('data', (data) => {
      bytes += data.length
      if (limits.maxBytes !== null && bytes > limits.maxBytes) return finish(new LimitReached('bytes'))
      // While the reader is busy the phone is not the one that is silent: the clock stands still.
      clearTimeout(silence)
      socket.pause()
      handed = controller.enqueue(data).then(
        () => {
          waitFor('idle', limits.idleMs)
          socket.resume()
        },
        () => finish(null),
      )
    })
    // A paused socket may still end; closing the stream then would drop what a busy reader has not taken.
    socket.once('end', () => void handed.then(() => finish(null)))
    socket.once('error', (error) => finish(error))
    socket.once('close', () => {
      if (!socket.readableEnded) finish(null)
    })
    waitFor('first-byte', limits.firstByteMs)
  })
  const writable = new MaybeConsumable.WritableStream<Uint8Array>({
    write: (chunk) =>
      new Promise((resolve, reject) => {
        socket.write(chunk, (error) => (error ? reject(error) : resolve()))
      }),
  })
  return {
    readable,
    writable,
    get closed() {
      return closed
    },
    close: () => {
      socket.destroy()
    },
  }
}

/**
 * Connects to an adb server on `target` within `limits`; `signal` ends the connection at any moment.
 * The library's connector in all but how it connects.
 */
class BoundedConnector extends AdbServerNodeTcpConnector {
  readonly #limits: Limits
  readonly #signal: AbortSignal | undefined

  constructor(target: NetConnectOpts, limits: Limits, signal?: AbortSignal) {
    super(target)
    this.#limits = limits
    this.#signal = signal
  }

  override async connect(): Promise<AdbServerClient.ServerConnection> {
    const socket = createConnection(this.spec)
    socket.setNoDelay(true)
    // Before a stream listens, an error must not become an uncaught one.
    socket.on('error', () => undefined)
    await connected(socket, this.#limits, this.#signal)
    return boundedConnection(socket, this.#limits, this.#signal)
  }
}

export const adbClient = (target: NetConnectOpts, limits: Limits, signal?: AbortSignal): AdbServerClient =>
  new AdbServerClient(new BoundedConnector(target, limits, signal))
