import { createServer, type Server } from 'node:net'

/** Listens on a free port of this machine only, and tells which. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  return address.port
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}

/** A port that was free a moment ago, never that of a real adb server. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await closed(server)
  return port === 5037 ? freePort() : port
}
