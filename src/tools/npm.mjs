import { existsSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'

/** @typedef {{ command: string, args: string[] }} Npm */

/** npm as a Node program: no shell and no .cmd file in between. npm's own Node runs it, because the one in node_modules is
 * replaced by the very install that npm is asked for.
 * @param {NodeJS.ProcessEnv} environment @returns {Npm | undefined} */
export function findNpm(environment) {
  const node = environment['npm_node_execpath'] ?? process.execPath
  const given = environment['npm_execpath']
  if (given && basename(given).startsWith('npm-cli') && existsSync(given))
    return { command: node, args: [given] }

  const beside = dirname(process.execPath)
  const candidates = [
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    ...(environment['PATH'] ?? '').split(delimiter).flatMap((folder) => {
      const npm = join(folder, 'npm')
      return existsSync(npm) ? [realpathSync(npm), join(folder, 'node_modules/npm/bin/npm-cli.js')] : []
    }),
  ]
  const found = candidates.find((file) => basename(file) === 'npm-cli.js' && existsSync(file))
  return found ? { command: node, args: [found] } : undefined
}

const causes = [
  {
    sign: /E401|E403|ENEEDAUTH/u,
    todo: 'sign in to your npm registry (npm login), or correct it in your .npmrc',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network|certificate|SELF_SIGNED/iu,
    todo: 'check the way to your npm registry (npm ping; proxy and certificate settings are in .npmrc)',
  },
  { sign: /ENOSPC/u, todo: 'make room on the disk' },
  { sign: /EACCES|EPERM|EROFS/u, todo: 'make the folder named above writable for this user' },
]

/** @param {readonly string[]} lines what npm printed @returns {string} */
export function npmAdvice(lines) {
  const all = lines.join('\n')
  return causes.find(({ sign }) => sign.test(all))?.todo ?? 'read the log named below'
}
