// node src/tools/complete-lock.mjs - after a change of package-lock.json on a network whose npm registry holds only some
// platforms' packages: npm leaves the others out of the lock file, and then `npm ci` refuses it everywhere. A package's own
// manifest names them all with exact versions, so they can be written in without being fetched.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectFolder } from './folders.mjs'
import { asRecord, readJson, writeJson } from './json.mjs'

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']

/** What a platform package's name tells, in the words of a lock file: `@swc/core-linux-arm64-musl`.
 * @param {string} name @returns {{ os: string[], cpu: string[], libc?: string[] } | undefined} */
export function platformOf(name) {
  const words = name.split(/[-/]/u)
  const os = words.find((word) => systems.includes(word))
  const cpu = words.find((word) => processors.includes(word))
  if (os === undefined || cpu === undefined) return undefined
  const last = words.at(-1) ?? ''
  const libc = last === 'musl' ? ['musl'] : last === 'gnu' ? ['glibc'] : undefined
  return { os: [os], cpu: [cpu], ...(libc && os === 'linux' ? { libc } : {}) }
}

/** @typedef {{ name: string, path: string, version: string, dev: boolean }} Left */

/** The optional packages that the lock file's own packages name and that it has no entry for.
 * @param {Record<string, unknown>} packages @returns {Left[]} */
export const leftOut = (packages) =>
  Object.entries(packages).flatMap(([owner, entry]) =>
    Object.entries(asRecord(asRecord(entry)['optionalDependencies'])).flatMap(([name, version]) => {
      const path = `node_modules/${name}`
      const present = path in packages || `${owner}/${path}` in packages
      const dev = asRecord(entry)['dev'] === true
      return present || !/^\d/u.test(String(version)) ? [] : [{ name, path, version: String(version), dev }]
    }),
  )

/** @param {Record<string, unknown>} packages @returns {Record<string, unknown>} */
export function completed(packages) {
  const added = leftOut(packages).flatMap(({ name, path, version, dev }) => {
    const platform = platformOf(name)
    if (platform === undefined) return []
    const { os, cpu, libc } = platform
    const entry = { version, cpu, ...(dev ? { dev } : {}), ...(libc ? { libc } : {}), optional: true, os }
    return [/** @type {[string, unknown]} */ ([path, entry])]
  })
  const all = [...Object.entries(packages), ...added]
  return Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, 'en')))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(projectFolder, 'package-lock.json')
  const lock = asRecord(readJson(file))
  const packages = asRecord(lock['packages'])
  const names = leftOut(packages).map(({ name }) => name)
  if (names.length > 0) writeJson(file, { ...lock, packages: completed(packages) })
  process.stdout.write(names.length > 0 ? `written in: ${names.join(', ')}\n` : 'nothing was left out\n')
}
