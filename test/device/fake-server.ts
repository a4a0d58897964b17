import { createServer, type Socket } from 'node:net'
import { closed, listen } from '../simulator/listen.ts'

export type Misbehaviour = (socket: Socket) => void

/** One connection: `request` gives the next request without its length, and nothing ever when the client has gone. */
export type Talk = { readonly socket: Socket; readonly request: () => Promise<string> }

export type FakeServer = {
  readonly target: { readonly host: string; readonly port: number }
  /** What was asked, over all connections. */
  readonly requests: readonly string[]
  /** Connections that are still open. */
  readonly open: () => number
  readonly close: () => Promise<void>
}

const reader = (socket: Socket, heard: (request: string) => void): (() => Promise<string>) => {
  let bytes = Buffer.alloc(0)
  const waiting: ((request: string) => void)[] = []
  const ready: string[] = []
  socket.on('data', (data) => {
    bytes = Buffer.concat([bytes, data])
    for (;;) {
      const length = Number.parseInt(bytes.toString('latin1', 0, 4), 16)
      if (bytes.length < 4 || bytes.length < 4 + length) return
      const request = bytes.toString('utf8', 4, 4 + length)
      bytes = bytes.subarray(4 + length)
      heard(request)
      const next = waiting.shift()
      if (next) next(request)
      else ready.push(request)
    }
  })
  return () => {
    const request = ready.shift()
    if (request !== undefined) return Promise.resolve(request)
    return new Promise((resolve) => {
      waiting.push(resolve)
    })
  }
}

/** Listens on a free port and answers every connection as `behave` says; ends what is open when it is closed. */
export const startFakeServer = async (behave: (talk: Talk) => void | Promise<void>): Promise<FakeServer> => {
  const sockets = new Set<Socket>()
  const requests: string[] = []
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('end', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    void behave({ socket, request: reader(socket, (request) => requests.push(request)) })
  })
  const port = await listen(server)
  return {
    target: { host: '127.0.0.1', port },
    requests,
    open: () => sockets.size,
    close: async () => {
      const over = closed(server)
      for (const socket of sockets) socket.destroy()
      await over
    },
  }
}

/** Text as the adb server sends it: four digits of length, then itself. */
export const counted = (text: string): string => Buffer.byteLength(text).toString(16).padStart(4, '0') + text

/** Answers so many requests with OKAY and misbehaves in place of the next answer. */
export const inPlaceOfAnswer =
  (okays: number, misbehave: Misbehaviour) =>
  async ({ socket, request }: Talk): Promise<void> => {
    for (let left = okays; left > 0; left -= 1) {
      await request()
      socket.write('OKAY')
    }
    await request()
    misbehave(socket)
  }

/** Answers so many requests with OKAY and misbehaves right after the last. */
export const afterAnswer =
  (okays: number, misbehave: Misbehaviour) =>
  async (talk: Talk): Promise<void> =>
    inPlaceOfAnswer(okays - 1, (socket) => {
      socket.write('OKAY', () => misbehave(socket))
    })(talk)

const drip = (socket: Socket, text: string): void => {
  let at = 0
  const timer = setInterval(() => {
    socket.write(text[at] ?? 'x')
    at += 1
  }, 15)
  socket.once('close', () => clearInterval(timer))
}

const pour = (socket: Socket, bytes: Uint8Array): void => {
  const more = (): void => {
    while (!socket.destroyed && socket.write(bytes));
  }
  socket.on('drain', more)
  more()
}

export const misbehaviours = {
  'says nothing': () => undefined,
  'answers with 2 bytes': (socket) => socket.write('OK'),
  'drips its answer': (socket) => drip(socket, 'FAILffff'),
  'refuses without end': (socket) => {
    socket.write('FAILffff')
    pour(socket, Buffer.alloc(65_536, 'x'))
  },
  'refuses at length': (socket) => socket.write(`FAIL${counted('no '.repeat(5000))}`),
  'answers in HTTP': (socket) => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'),
  'answers with garbage': (socket) => socket.write(Buffer.from('7f454c4602010100ff00fe', 'hex')),
  'hangs up': (socket) => socket.end(),
  'hangs up in the middle of a word': (socket) => socket.end('OKA'),
  'resets the connection': (socket) => socket.resetAndDestroy(),
  'resets in the middle of a refusal': (socket) => {
    socket.write('FAIL0100half', () => socket.resetAndDestroy())
  },
} as const satisfies Readonly<Record<string, Misbehaviour>>

/** Sends without end. */
export const pours =
  (bytes: Uint8Array): Misbehaviour =>
  (socket) =>
    pour(socket, bytes)
