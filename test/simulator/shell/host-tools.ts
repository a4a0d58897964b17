import { existsSync } from 'node:fs'

/** Tools that toybox has too and that only read: a script may use the ones of the machine we run on. */
export const harmlessTools = [
  'awk',
  'base64',
  'basename',
  'cat',
  'cmp',
  'comm',
  'cut',
  'dirname',
  'egrep',
  'env',
  'expr',
  'false',
  'fgrep',
  'fold',
  'grep',
  'head',
  'md5sum',
  'nl',
  'nproc',
  'od',
  'paste',
  'printf',
  'readlink',
  'rev',
  'sed',
  'seq',
  'sha1sum',
  'sha256sum',
  'sh',
  'sleep',
  'sort',
  'tac',
  'tail',
  'test',
  'timeout',
  'tr',
  'true',
  'uniq',
  'wc',
  'xargs',
  'xxd',
  'yes',
] as const

const paths = new Map<string, string | undefined>()

export function toolPath(name: string): string | undefined {
  if (!paths.has(name))
    paths.set(name, ['/usr/bin', '/bin'].map((folder) => `${folder}/${name}`).find(existsSync))
  return paths.get(name)
}
