import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A name that stands for the folder itself, not for the path it is reached by.
 * @param {string} folder */
function addressOf(folder) {
  mkdirSync(folder, { recursive: true })
  const { dev, ino } = statSync(folder)
  const name = `benchside-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `${name}.sock`)
}

/** @param {string} address @returns {Promise<(() => void) | undefined>} */
function tryToHold(address) {
  /** @type {Set<import('node:net').Socket>} */
  const waiting = new Set()
  const server = createServer((socket) => {
    waiting.add(socket)
    socket.on('error', () => waiting.delete(socket)).on('close', () => waiting.delete(socket))
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(address, () =>
      resolve(() => {
        server.close()
        for (const socket of waiting) socket.destroy()
      }),
    )
  })
}

/** Comes back when the holder has let go or has died. @param {string} address @returns {Promise<void>} */
function untilFree(address) {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.on('error', (error) => {
      // Only macOS keeps the name of a holder that was killed, as a file.
      if ('code' in error && error.code === 'ECONNREFUSED' && !address.startsWith('\0'))
        rmSync(address, { force: true })
    })
    socket.on('close', () => resolve())
    socket.resume()
  })
}

/** Lets one process at a time work on a folder. The lock is a listening socket: the system takes it back when its holder
 * dies, however that happens, so no lock is ever left behind.
 * @template T @param {string} folder @param {() => void} onWait @param {() => Promise<T>} work @returns {Promise<T>} */
export async function withLock(folder, onWait, work) {
  const address = addressOf(folder)
  let release = await tryToHold(address)
  if (!release) onWait()
  while (!release) {
    await untilFree(address)
    await wait(20 + Math.random() * 80)
    release = await tryToHold(address)
  }
  try {
    return await work()
  } finally {
    release()
  }
}
