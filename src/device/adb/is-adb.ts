import { execFile } from 'node:child_process'

const LONGEST = 5000

/** Whether a program answers `version` as adb does (client/commandline.cpp, adb_version), within 5 s. */
export const isAdb = (program: string): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(
      program,
      ['version'],
      { timeout: LONGEST, killSignal: 'SIGKILL', maxBuffer: 64 * 1024, windowsHide: true },
      (error, said) => resolve(error === null && said.startsWith('Android Debug Bridge version ')),
    )
  })
