import { app } from 'electron'
import { join, resolve } from 'node:path'

export type Arguments = {
  readonly dataFolder: string
  readonly adbPort: number
  /** Save the window to this file once it is ready, and end. */
  readonly screenshot: string | null
  /** Begin with the training phone on the bench. */
  readonly training: boolean
}

const DEFAULT_ADB_PORT = 5037

const valueAfter = (name: string): string | null => {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : (process.argv[at + 1] ?? null)
}

export const adbPortOf = (text: string | null | undefined): number => {
  const port = Number(text ?? '')
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : DEFAULT_ADB_PORT
}

export const readArguments = (): Arguments => {
  const data = valueAfter('--data') ?? process.env['BENCHSIDE_DATA'] ?? null
  const screenshot = valueAfter('--screenshot')
  return {
    dataFolder: data === null ? join(app.getPath('appData'), 'Benchside') : resolve(data),
    adbPort: adbPortOf(valueAfter('--adb-port') ?? process.env['ANDROID_ADB_SERVER_PORT']),
    screenshot: screenshot === null ? null : resolve(screenshot),
    training: process.argv.includes('--training'),
  }
}
