import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the set-up asks of the machine. Tests give one of their own.
 * @typedef {{
 *   platform: NodeJS.Platform,
 *   isRoot: boolean,
 *   isDebian: boolean,
 *   hasCommand: (name: string) => boolean,
 *   hasLibrary: (soname: string) => boolean,
 *   hasPackage: (name: string) => boolean,
 * }} Machine */

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {string} file */
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** The names in the loader's cache; undefined where there is none to ask (musl, Nix): then nothing can be said. */
function loadableLibraries() {
  const asked = spawnSync(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'], {
    encoding: 'utf8',
  })
  if (asked.status !== 0) return undefined
  return new Set(asked.stdout.split('\n').map((line) => line.trim().split(' ')[0] ?? ''))
}

/** Debian keeps a server's programs off the PATH, by version. */
function postgresFolders() {
  const home = '/usr/lib/postgresql'
  return existsSync(home) ? readdirSync(home).map((version) => join(home, version, 'bin')) : []
}

/** @param {NodeJS.ProcessEnv} environment @returns {Machine} */
export function thisMachine(environment) {
  const folders = [
    ...(environment['PATH'] ?? '').split(delimiter),
    ...['ANDROID_HOME', 'ANDROID_SDK_ROOT'].flatMap((name) =>
      environment[name] ? [join(environment[name], 'platform-tools')] : [],
    ),
    ...postgresFolders(),
  ]
  /** @type {Set<string> | undefined} */
  let libraries
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    isDebian: /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/mu.test(textOf('/etc/os-release')),
    hasCommand: (name) =>
      folders.some((folder) =>
        isExecutable(join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
      ),
    hasLibrary(soname) {
      libraries ??= loadableLibraries() ?? new Set([soname])
      return libraries.has(soname)
    },
    hasPackage: (name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0,
  }
}
