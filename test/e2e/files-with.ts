import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a folder in whose bytes a text stands. */
export const filesWith = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text))
