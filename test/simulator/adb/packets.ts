/** The packets of the ADB transport. Source: AOSP packages/modules/adb/protocol.txt */
export const commands = {
  CNXN: 0x4e584e43,
  AUTH: 0x48545541,
  OPEN: 0x4e45504f,
  OKAY: 0x59414b4f,
  CLSE: 0x45534c43,
  WRTE: 0x45545257,
} as const

/** Since the second version neither side checks the sum of the payload; a phone with packets of 4096 bytes does. */
export function protocolVersionFor(maximumPayload: number): number {
  return maximumPayload <= 4096 ? 0x01000000 : 0x01000001
}

const headerLength = 24
const emptyPayload = Buffer.alloc(0)

export type Packet = {
  readonly command: number
  readonly first: number
  readonly second: number
  readonly payload: Buffer
}

export function packet(command: number, first: number, second: number, payload?: Buffer): Packet {
  return { command, first, second, payload: payload ?? emptyPayload }
}

export function encodePacket({ command, first, second, payload }: Packet): Buffer {
  const header = Buffer.alloc(headerLength)
  header.writeUInt32LE(command, 0)
  header.writeUInt32LE(first, 4)
  header.writeUInt32LE(second, 8)
  header.writeUInt32LE(payload.length, 12)
  header.writeUInt32LE(payloadSum(payload), 16)
  header.writeUInt32LE((command ^ 0xffffffff) >>> 0, 20)
  return Buffer.concat([header, payload])
}

/** Called a checksum of CRC32 in the protocol's text; it is the sum of the bytes. */
function payloadSum(payload: Buffer): number {
  if (payload.length > 65_536) return 0
  let sum = 0
  for (const byte of payload) sum = (sum + byte) >>> 0
  return sum
}

/** Cuts the bytes of a socket into packets, however they were chunked. */
export function packetReader(received: (packet: Packet) => void): (chunk: Buffer) => void {
  let pending: Buffer[] = []
  let pendingLength = 0
  let needed = headerLength
  return (chunk) => {
    pending.push(chunk)
    pendingLength += chunk.length
    while (pendingLength >= needed) {
      const bytes = pending.length === 1 ? (pending[0] ?? emptyPayload) : Buffer.concat(pending)
      const end = headerLength + bytes.readUInt32LE(12)
      pending = [bytes]
      if (bytes.length < end) {
        needed = end
        return
      }
      received({
        command: bytes.readUInt32LE(0),
        first: bytes.readUInt32LE(4),
        second: bytes.readUInt32LE(8),
        payload: bytes.subarray(headerLength, end),
      })
      pending = [bytes.subarray(end)]
      pendingLength = bytes.length - end
      needed = headerLength
    }
  }
}
