/** The frames of shell protocol v2: one byte of kind, four of length. Source: AOSP packages/modules/adb/shell_protocol.h */
export const frameKinds = { stdin: 0, stdout: 1, stderr: 2, exit: 3, closeStdin: 4 } as const

export function shellFrame(kind: number, bytes: Buffer): Buffer {
  const header = Buffer.alloc(5)
  header.writeUInt8(kind, 0)
  header.writeUInt32LE(bytes.length, 1)
  return Buffer.concat([header, bytes])
}

export function shellFrameReader(received: (kind: number, bytes: Buffer) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0)
  return (chunk) => {
    pending = Buffer.concat([pending, chunk])
    while (pending.length >= 5) {
      const end = 5 + pending.readUInt32LE(1)
      if (pending.length < end) return
      received(pending.readUInt8(0), pending.subarray(5, end))
      pending = pending.subarray(end)
    }
  }
}
