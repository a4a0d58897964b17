import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Cruise = { readonly modules: number; readonly broken: readonly string[] }

type Report = {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

const cruise = (folder: string): Cruise => {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = join(root, 'test/architecture/layers.mjs')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, '--config', config, '--output-type', 'json', 'src'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  if (stdout === '') throw new Error(stderr)
  const { summary } = JSON.parse(stdout) as Report
  return {
    modules: summary.totalCruised,
    broken: summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`),
  }
}

/** A copy of the tree to plant faults in. */
let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'benchside-layers-'))
  for (const folder of ['src', 'resources'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true })
  cpSync(join(root, 'tsconfig.json'), join(copy, 'tsconfig.json'))
  cpSync(join(root, 'package.json'), join(copy, 'package.json'))
  mkdirSync(join(copy, 'test/simulator'), { recursive: true })
  writeFileSync(join(copy, 'test/simulator/index.ts'), '')
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})

afterAll(() => {
  rmSync(copy, { recursive: true, force: true })
})

describe('the first fence: who imports whom', () => {
  it('sees the whole tree and finds nothing', () => {
    const { modules, broken } = cruise(root)
    expect(modules).toBeGreaterThan(200)
    expect(broken).toEqual([])
  })

  it('reports each planted fault', () => {
    const faults: Readonly<Record<string, string>> = {
      'src/core/fault.ts': "import '../storage/store.ts'\nimport 'node:fs'\nimport 'kysely'\n",
      'src/core/circle.ts': "import './round.ts'\n",
      'src/core/round.ts': "import './circle.ts'\n",
      'src/contract/fault.ts': "import '../device/phone-link.ts'\n",
      'src/device/fault.ts': "import '../contract/views.ts'\nimport 'node:https'\n",
      'src/preload/fault.ts': "import '../core/ticket.ts'\n",
      'src/usecases/fault.ts': "import '../storage/open-sqlite.ts'\nimport '../device/adb/adb-bench.ts'\n",
      'src/renderer/src/fault.ts':
        "import { COMMANDS } from '../../contract/commands.ts'\nimport '../../storage/store.ts'\nexport const names = COMMANDS\n",
      'src/storage/fault.ts': "import 'better-sqlite3'\nimport 'pg'\n",
      'src/cli/fault.ts':
        "import '../main/handlers.ts'\nimport 'react'\nimport '../../test/simulator/index.ts'\n",
      'src/main/fault.ts': "import '../cli/ends.ts'\nimport '@yume-chan/adb'\n",
    }
    for (const [file, text] of Object.entries(faults)) writeFileSync(join(copy, file), text)
    const { broken } = cruise(copy)
    for (const file of Object.keys(faults)) rmSync(join(copy, file))
    expect(new Set(broken)).toEqual(
      new Set([
        'src/core/fault.ts: core-imports',
        'src/core/circle.ts: no-circles',
        'src/contract/fault.ts: contract-imports',
        'src/device/fault.ts: device-imports',
        'src/device/fault.ts: home-of-the-internet',
        'src/preload/fault.ts: preload-imports',
        'src/cli/fault.ts: cli-imports',
        'src/cli/fault.ts: home-of-react',
        'src/cli/fault.ts: src-knows-no-test',
        'src/usecases/fault.ts: usecases-imports',
        'src/renderer/src/fault.ts: renderer-imports',
        'src/renderer/src/fault.ts: renderer-takes-types-alone-from-contract',
        'src/storage/fault.ts: home-of-better-sqlite3',
        'src/storage/fault.ts: home-of-pg',
        'src/main/fault.ts: main-imports',
        'src/main/fault.ts: home-of-yume-chan',
      ]),
    )
  })
})

describe('the second fence: what each folder has in its hands', () => {
  const faulty = (folder: string, file: string, text: string): string => {
    writeFileSync(join(copy, file), text)
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-b', join(copy, 'src', folder)],
      { cwd: copy, encoding: 'utf8' },
    )
    rmSync(join(copy, file))
    return stdout
  }

  it('lets the tree as it is through', () => {
    expect(faulty('core', 'src/core/fault.ts', 'export const fine = 1\n')).toBe('')
  })

  it.each([
    ['core', 'src/core/fault.ts', 'export const folder = process.cwd()\n'],
    ['core', 'src/core/fault.ts', 'export const title = document.title\n'],
    ['contract', 'src/contract/fault.ts', 'export const folder = process.cwd()\n'],
    [
      'renderer',
      'src/renderer/src/fault.ts',
      "export { openSqliteStore } from '../../storage/open-sqlite.ts'\n",
    ],
  ])('%s: refuses what is planted in %s', (folder, file, text) => {
    expect(faulty(folder, file, text)).toContain('fault.ts')
  })
})
