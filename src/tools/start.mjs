import './node-version.mjs'
import { isAbsolute, resolve } from 'node:path'
import { command } from './command.mjs'
import { lacksDisplay, underVirtualDisplay } from './display.mjs'
import { callersFolder } from './folders.mjs'
import { thisMachine } from './machine.mjs'
import { runInFront } from './run.mjs'
import { appLaunch } from './runtime.mjs'
import { checkSandbox } from './sandbox.mjs'
import { prepareWindow } from './setup.mjs'

// What Chromium says of the machine (no bus, no graphics card) is for the log, not for who repairs phones.
const chromiumLine = /^\[\d+:\d{4}\/\d{6}\.\d+:[A-Z]+\d*:/u

/** @param {readonly string[]} given @param {string} folder the one the user is in */
const withWholePaths = (given, folder) =>
  given.map((argument, index) =>
    given[index - 1] === '--screenshot' && !isAbsolute(argument) ? resolve(folder, argument) : argument,
  )

await command('start', process.stdout, async (context) => {
  const { environment, steps } = context
  const virtualDisplay = lacksDisplay(environment)
  await prepareWindow(context, { virtualDisplay })

  const folder = callersFolder(environment)
  const { executable, args, env } = appLaunch(withWholePaths(process.argv.slice(2), folder), environment)
  checkSandbox(executable, thisMachine(environment))
  if (virtualDisplay) steps.note('display', 'none here: the window opens on a virtual one (Xvfb)')
  const direct = { command: executable, args }
  const launch = virtualDisplay ? underVirtualDisplay(direct) : direct
  return await runInFront(launch.command, launch.args, {
    cwd: folder,
    env,
    toLog: { log: context.log, picks: chromiumLine },
  })
})
