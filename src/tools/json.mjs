import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** @param {string} text @returns {unknown} */
export const parseJson = (text) => JSON.parse(text)

/** What a JSON file holds; undefined where there is no such file or it was cut short.
 * @param {string} file @returns {unknown} */
export function readJson(file) {
  try {
    return parseJson(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Written beside and renamed: a reader sees the old or the new, never a half.
 * @param {string} file @param {unknown} value */
export function writeJson(file, value) {
  const beside = `${file}.${process.pid}.new`
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`)
  renameSync(beside, file)
}

/** @param {unknown} value @returns {Record<string, unknown>} */
export const asRecord = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

/** @param {unknown} value @param {string} key @returns {string | undefined} */
export function textField(value, key) {
  const found = asRecord(value)[key]
  return typeof found === 'string' ? found : undefined
}
