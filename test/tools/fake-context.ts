import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../../src/tools/context.mjs'
import { makeSteps } from '../../src/tools/steps.mjs'

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'benchside-tools-'))

export type Told = { readonly context: Context; readonly screen: string[]; readonly logged: string[] }

/** A context whose folders are new and empty, and that remembers what was said. */
export function fakeContext(environment: NodeJS.ProcessEnv = {}): Told {
  const screen: string[] = []
  const logged: string[] = []
  const log = { file: '/cache/logs/one.log', write: (text: string) => void logged.push(text) }
  const steps = makeSteps({ write: (text) => screen.push(text) }, log)
  const context = { project: temporaryFolder(), cache: temporaryFolder(), environment, log, steps }
  return { context, screen, logged }
}
