import './node-version.mjs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isBuilt } from './build.mjs'
import { projectFolder } from './folders.mjs'
import { isInstalled } from './install.mjs'
import { runsUnderOwnNode } from './own-node.mjs'

/** Everything this prints goes to stderr: stdout is the cli's. */
async function setUp() {
  const { command } = await import('./command.mjs')
  const { ensureBuilt } = await import('./build.mjs')
  const { preparePhone } = await import('./setup.mjs')
  let ready = false
  await command('cli', process.stderr, async (context) => {
    await preparePhone(context)
    await context.steps.step('build', (doing) => ensureBuilt(context, doing))
    ready = true
    return 0
  })
  return ready
}

const isReady = runsUnderOwnNode(projectFolder) && isInstalled(projectFolder) && isBuilt(projectFolder)
if (isReady || (await setUp())) {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(join(projectFolder, '.cache/compiled'))
  await import(pathToFileURL(join(projectFolder, 'out/main/cli.js')).href)
}
