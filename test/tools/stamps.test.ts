import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { buildInputs, isBuilt } from '../../src/tools/build.mjs'
import { contentsOf, filesUnder, listingOf } from '../../src/tools/fingerprint.mjs'
import { installKey, isInstalled, isInstalledByHand } from '../../src/tools/install.mjs'
import { ownNode } from '../../src/tools/own-node.mjs'
import { temporaryFolder } from './fake-context.ts'

let project: string
beforeEach(() => {
  project = temporaryFolder()
})

function write(path: string, text: string): void {
  const file = join(project, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

describe('the build', () => {
  const outputs = ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html']

  function build(): void {
    for (const file of outputs) write(`out/${file}`, 'built')
    const files = buildInputs(project)
    const stamp = { listing: listingOf(project, files), contents: contentsOf(project, files) }
    write('out/build-stamp.json', JSON.stringify(stamp))
  }

  beforeEach(() => {
    write('src/core/one.ts', 'one')
    write('src/tools/start.mjs', 'start')
    write('package.json', '{}')
    write('package-lock.json', '{}')
    build()
  })

  test('counts while nothing changed', () => {
    expect(isBuilt(project)).toBe(true)
  })

  test('is of no use after a change, an addition or a removal', () => {
    write('src/core/one.ts', 'two')
    expect(isBuilt(project)).toBe(false)
    build()
    write('resources/knowledge/new.json', '{}')
    expect(isBuilt(project)).toBe(false)
    build()
    rmSync(join(project, 'src/core/one.ts'))
    expect(isBuilt(project)).toBe(false)
  })

  test('a change of the same length and time is seen by its content', () => {
    write('src/core/one.ts', 'eno')
    const past = new Date(2020, 1, 1)
    utimesSync(join(project, 'src/core/one.ts'), past, past)
    expect(isBuilt(project)).toBe(false)
  })

  test('new times alone do not build again: a fresh checkout of the same sources', () => {
    const past = new Date(2020, 1, 1)
    utimesSync(join(project, 'src/core/one.ts'), past, past)
    expect(isBuilt(project)).toBe(true)
  })

  test('a change of the set-up itself is none of the app', () => {
    write('src/tools/start.mjs', 'changed')
    expect(isBuilt(project)).toBe(true)
  })

  test('a lost output or a stamp cut short counts as not built', () => {
    rmSync(join(project, 'out/main/cli.js'))
    expect(isBuilt(project)).toBe(false)
    build()
    write('out/build-stamp.json', '{ "listing": "12')
    expect(isBuilt(project)).toBe(false)
  })
})

describe('the install', () => {
  const dependencies = { one: '1.0.0' }
  const lockOf = (version: string): string =>
    JSON.stringify({
      packages: {
        '': { dependencies },
        'node_modules/one': { version },
        'node_modules/only-elsewhere': { version: '2.0.0', optional: true },
      },
    })

  beforeEach(() => {
    write('package.json', JSON.stringify({ dependencies, scripts: { start: 'a' } }))
    write('package-lock.json', lockOf('1.0.0'))
    write(ownNode(''), '')
    write('node_modules/.benchside-install.json', JSON.stringify({ key: installKey(project) }))
  })

  test('counts until the lock file, a dependency or the Node it brings changes', () => {
    expect(isInstalled(project)).toBe(true)
    write('package-lock.json', lockOf('1.0.1'))
    expect(isInstalled(project)).toBe(false)
    write('package-lock.json', lockOf('1.0.0'))
    rmSync(ownNode(project))
    expect(isInstalled(project)).toBe(false)
  })

  test('does not mind a changed script', () => {
    write('package.json', JSON.stringify({ dependencies, scripts: { start: 'b' } }))
    expect(isInstalled(project)).toBe(true)
  })

  test('one made by hand is taken when it is what the lock file says', () => {
    write('node_modules/.package-lock.json', lockOf('1.0.0'))
    expect(isInstalledByHand(project)).toBe(true)
    write('node_modules/.package-lock.json', lockOf('1.0.1'))
    expect(isInstalledByHand(project)).toBe(false)
  })

  test('one that was broken off has no record of npm, and is done again', () => {
    expect(isInstalledByHand(project)).toBe(false)
  })
})

test('files are listed in one order, and a path that is not there counts as none', () => {
  write('b/2.ts', '')
  write('b/1.ts', '')
  write('a.ts', '')
  const files = filesUnder(project, ['b', 'a.ts', 'nowhere']).map((file) => file.slice(project.length + 1))
  expect(files).toEqual(['a.ts', join('b', '1.ts'), join('b', '2.ts')])
})
