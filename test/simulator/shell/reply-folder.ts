import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toolPath } from './host-tools.ts'

/** Keeps long answers as files, each text once, for `cat` to print. */
export type ReplyFolder = {
  readonly cat: string
  readonly sleep: string
  readonly tail: string
  readonly grep: string
  file(text: string): string
}

export function replyFolder(folder: string): ReplyFolder {
  mkdirSync(folder, { recursive: true })
  const files = new Map<string, string>()
  return {
    cat: toolPath('cat') ?? 'cat',
    sleep: toolPath('sleep') ?? 'sleep',
    tail: toolPath('tail') ?? 'tail',
    grep: toolPath('grep') ?? 'grep',
    file(text) {
      const known = files.get(text)
      if (known !== undefined) return known
      const path = join(folder, String(files.size))
      writeFileSync(path, text)
      files.set(text, path)
      return path
    },
  }
}
