import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StepFailure } from './failure.mjs'

/** @param {NodeJS.Platform} platform */
function executableIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The Electron that the user points at, by the variables that Electron's and electron-vite's own tools know.
 * @param {NodeJS.ProcessEnv} environment @param {NodeJS.Platform} [platform]
 * @returns {{ executable: string, version: string, by: string } | undefined} */
export function findGiven(environment, platform = process.platform) {
  const file = environment['ELECTRON_EXEC_PATH']
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (!file && !folder) return undefined
  const by = folder ? 'ELECTRON_OVERRIDE_DIST_PATH' : 'ELECTRON_EXEC_PATH'
  const executable = folder ? join(folder, executableIn(platform)) : (file ?? '')
  if (!existsSync(executable)) {
    throw new StepFailure({
      what: `${by} leads to no Electron.`,
      why: [`there is no ${executable}`],
      todo: [`correct ${by}, or unset it and let Benchside fetch an Electron`],
    })
  }
  const versionFile = join(folder ?? dirname(executable), 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/u, '') : ''
  return { executable, version, by }
}
