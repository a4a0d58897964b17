import { app } from 'electron'
import { join, resolve } from 'node:path'
import type { Answer } from '../core/failure.ts'
import { readAdbPort } from '../device/adb-place.ts'

export type Arguments = {
  readonly dataFolder: string
  /** Nobody asked for another one: the app's own place in the account, which may have to be made with all above it. */
  readonly isOwnFolder: boolean
  /** Null: nobody asked for one. */
  readonly adbPort: Answer<number | null>
  /** Save the window to this file once it is ready, and end. */
  readonly screenshot: string | null
  /** Begin with the training phone on the bench. */
  readonly training: boolean
}

const valueAfter = (name: string): string | null => {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : (process.argv[at + 1] ?? null)
}

export const readArguments = (): Arguments => {
  const data = valueAfter('--data') ?? process.env['BENCHSIDE_DATA'] ?? null
  const screenshot = valueAfter('--screenshot')
  return {
    dataFolder: data === null ? join(app.getPath('appData'), 'Benchside') : resolve(data),
    isOwnFolder: data === null,
    adbPort: readAdbPort(valueAfter('--adb-port') ?? undefined, process.env),
    screenshot: screenshot === null ? null : resolve(screenshot),
    training: process.argv.includes('--training'),
  }
}
