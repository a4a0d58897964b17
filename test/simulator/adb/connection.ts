import type { Socket } from 'node:net'
import { commands, encodePacket, packet, packetReader, protocolVersionFor, type Packet } from './packets.ts'
import { delayLine } from './delay-line.ts'
import { openStream, type Stream, type StreamEnds } from './stream.ts'

/** What a phone decides about a connection; asked anew each time, so that a change shows at once. */
export type PhoneSide = {
  /** Such as `device::ro.product.name=pipa;...;features=shell_v2,cmd`. */
  banner(): string
  maximumPayload(): number
  isAuthorized(): boolean
  /** A phone that was just plugged in and does not speak yet: adb shows it as offline. */
  isSilent(): boolean
  packetMilliseconds(): number
  answersOpen(service: string): boolean
  limit(stream: number, bytes: Buffer): Buffer | undefined
  afterAcknowledged(stream: number): void
  /** An unknown service is refused with CLSE. */
  knows(service: string): boolean
  serve(service: string, stream: Stream): void
  closed(): void
}

export type Connection = {
  /** The user tapped Allow on the phone. */
  greet(): void
  sendRaw(bytes: Buffer): void
  destroy(): void
}

/** Kinds of AUTH packets, from adb's protocol.txt. */
const authentication = { token: 1, signature: 2, publicKey: 3 } as const

export function serveConnection(socket: Socket, phone: PhoneSide): Connection {
  const streams = new Map<number, StreamEnds>()
  let lastNumber = 0
  let hostMaximum = 4096
  let hostSpoke = false
  let greeted = false
  let awaitsUser = false

  socket.setNoDelay(true)
  const deliver = delayLine<Buffer>((bytes) => {
    if (!socket.destroyed) socket.write(bytes)
  })
  const send = (out: Packet): void => deliver(encodePacket(out), phone.packetMilliseconds())

  const greet = (): void => {
    if (!hostSpoke || greeted || phone.isSilent()) return
    greeted = true
    const own = phone.maximumPayload()
    send(packet(commands.CNXN, protocolVersionFor(own), own, Buffer.from(phone.banner())))
  }
  const challenge = (): void => {
    send(packet(commands.AUTH, authentication.token, 0, Buffer.alloc(20, 0x5a)))
  }

  const connect = (received: Packet): void => {
    hostMaximum = Math.min(received.second, phone.maximumPayload())
    hostSpoke = true
    greeted = false
    if (phone.isSilent()) return
    if (phone.isAuthorized()) greet()
    else challenge()
  }

  const authenticate = (received: Packet): void => {
    if (phone.isSilent() || greeted) return
    if (phone.isAuthorized()) greet()
    else if (received.first === authentication.signature) challenge()
    else awaitsUser = true
  }

  const open = (received: Packet): void => {
    const service = received.payload.toString('utf8').replace(/\0+$/, '')
    if (!greeted || !phone.answersOpen(service)) return
    if (!phone.knows(service)) return send(packet(commands.CLSE, 0, received.first))
    lastNumber += 1
    const number = lastNumber
    const ends = openStream(number, received.first, send, {
      maximumPayload: hostMaximum,
      limit: (stream, bytes) => phone.limit(stream, bytes),
      afterAcknowledged: (stream) => phone.afterAcknowledged(stream),
    })
    streams.set(number, ends)
    // The OKAY must leave before the first WRTE, and a service may write while it starts.
    send(packet(commands.OKAY, number, received.first))
    phone.serve(service, ends.stream)
  }

  const closeStream = (number: number): void => {
    streams.get(number)?.closed()
    streams.delete(number)
  }

  const receive = (received: Packet): void => {
    switch (received.command) {
      case commands.CNXN:
        return connect(received)
      case commands.AUTH:
        return authenticate(received)
      case commands.OPEN:
        return open(received)
      case commands.OKAY:
        return streams.get(received.second)?.acknowledged()
      case commands.WRTE:
        return streams.get(received.second)?.received(received.payload)
      case commands.CLSE:
        return closeStream(received.second)
      default:
    }
  }

  const acceptIncoming = delayLine(receive)
  const read = packetReader((received) => acceptIncoming(received, phone.packetMilliseconds()))
  socket.on('data', read)
  // A host that ends in the middle is expected here: 'close' follows each error.
  socket.on('error', () => {})
  socket.on('close', () => {
    for (const ends of streams.values()) ends.closed()
    streams.clear()
    phone.closed()
  })

  return {
    greet() {
      if (awaitsUser || phone.isAuthorized()) greet()
    },
    sendRaw: (bytes) => deliver(bytes, phone.packetMilliseconds()),
    destroy: () => socket.destroy(),
  }
}
