import { accessSync, constants, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly isProgram: (path: string) => boolean
  /** The program that the shop has chosen in the settings, if any. */
  readonly chosen: string | null
}

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * Where Android Studio and the usual package managers put adb. No folder straight under C:\\, where every user of the
 * computer may put a program of that name.
 */
const usualFolders = ({ env, platform, home }: Surroundings): readonly string[] => {
  switch (platform) {
    case 'win32':
      return [
        win32.join(
          env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'),
          'Android',
          'Sdk',
          'platform-tools',
        ),
        win32.join(env['ProgramFiles'] ?? 'C:\\Program Files', 'platform-tools'),
        win32.join(
          env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)',
          'Android',
          'android-sdk',
          'platform-tools',
        ),
        win32.join(env['ChocolateyInstall'] ?? 'C:\\ProgramData\\chocolatey', 'bin'),
        win32.join(home, 'scoop', 'shims'),
      ]
    case 'darwin':
      return [
        posix.join(home, 'Library', 'Android', 'sdk', 'platform-tools'),
        '/opt/homebrew/bin',
        '/usr/local/bin',
      ]
    default:
      return [
        posix.join(home, 'Android', 'Sdk', 'platform-tools'),
        '/usr/lib/android-sdk/platform-tools',
        '/usr/bin',
        '/usr/local/bin',
        '/snap/bin',
      ]
  }
}

/**
 * The adb program to start a server with, or null. First what the environment or the shop names (BENCHSIDE_ADB, the
 * settings), then the SDK's folders, PATH and the usual places.
 */
export const findAdb = (surroundings: Partial<Surroundings> = {}): string | null => {
  const all: Surroundings = {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    isProgram,
    chosen: null,
    ...surroundings,
  }
  const paths = all.platform === 'win32' ? win32 : posix
  const name = all.platform === 'win32' ? 'adb.exe' : 'adb'
  const named = all.env['BENCHSIDE_ADB'] || all.chosen
  // Somebody who names a program means that one; another one in its place would surprise.
  if (named !== null) return all.isProgram(named) ? named : null
  const sdks = [all.env['ANDROID_HOME'], all.env['ANDROID_SDK_ROOT']]
    .filter((folder): folder is string => folder !== undefined && folder !== '')
    .map((folder) => paths.join(folder, 'platform-tools'))
  const path = (all.env['PATH'] ?? all.env['Path'] ?? '')
    .split(paths.delimiter)
    .filter((folder) => folder !== '')
  return (
    [...sdks, ...path, ...usualFolders(all)].map((folder) => paths.join(folder, name)).find(all.isProgram) ??
    null
  )
}
