import './node-version.mjs'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { command } from './command.mjs'
import { lacksDisplay, underVirtualDisplay } from './display.mjs'
import { StepFailure } from './failure.mjs'
import { ownNode, withOwnNodeFirst } from './own-node.mjs'
import { runInFront } from './run.mjs'
import { prepareWindow } from './setup.mjs'

// stdout carries the figures, one JSON object a line, and nothing else.
await command('bench', process.stderr, async (context) => {
  const { project, environment, steps } = context
  const folder = join(project, 'test/bench')
  const wanted = process.argv.slice(2)
  const files = (existsSync(folder) ? readdirSync(folder) : [])
    .filter(
      (name) =>
        name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((word) => name.includes(word))),
    )
    .toSorted()
  if (files.length === 0) {
    throw new StepFailure({
      what: 'There is no benchmark to run.',
      why: [`no *.bench.ts in test/bench${wanted.length > 0 ? ` is named like ${wanted.join(', ')}` : ''}`],
      todo: ['npm run bench runs them all; npm run bench -- NAME those whose file name holds NAME'],
    })
  }
  await prepareWindow(context)
  const env = withOwnNodeFirst(project, environment)
  let code = 0
  for (const name of files) {
    steps.note('bench', name)
    const direct = { command: ownNode(project), args: [join(folder, name)] }
    const launch = lacksDisplay(environment) ? underVirtualDisplay(direct) : direct
    code ||= await runInFront(launch.command, launch.args, { cwd: project, env })
  }
  return code
})
