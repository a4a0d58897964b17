import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** @param {readonly string[]} parts @returns {string} */
export function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}

/** Every file at or under these paths, in a fixed order; a path that does not exist counts as no file.
 * @param {string} root @param {readonly string[]} paths @param {(path: string) => boolean} [wanted] @returns {string[]} */
export function filesUnder(root, paths, wanted = () => true) {
  /** @type {string[]} */
  const found = []
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = join(folder, entry.name)
      if (!wanted(relative(root, full).split(sep).join('/'))) continue
      if (entry.isDirectory()) walk(full)
      else if (entry.isFile()) found.push(full)
    }
  }
  for (const path of paths) {
    const full = join(root, path)
    const stats = statSync(full, { throwIfNoEntry: false })
    if (stats?.isDirectory()) walk(full)
    else if (stats?.isFile()) found.push(full)
  }
  return found.toSorted()
}

/** Names, sizes and times: quick, and different after almost every change.
 * @param {string} root @param {readonly string[]} files @returns {string} */
export const listingOf = (root, files) =>
  hashOf(
    files.map((file) => {
      const { size, mtimeMs, ctimeMs } = statSync(file)
      return `${relative(root, file)}|${size}|${mtimeMs}|${ctimeMs}`
    }),
  )

/** Names and contents: what counts, when the listing differs (a fresh clone, a checkout to and fro).
 * @param {string} root @param {readonly string[]} files @returns {string} */
export const contentsOf = (root, files) =>
  hashOf(files.flatMap((file) => [relative(root, file), readFileSync(file, 'base64')]))
