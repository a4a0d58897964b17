// The registry's Electron comes without the default app that lets `electron FOLDER` open a project. This takes its place.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** @param {string} file @returns {Map<string, unknown>} */
function fieldsOf(file) {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  return new Map(typeof manifest === 'object' && manifest !== null ? Object.entries(manifest) : [])
}

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (folder === undefined) {
  process.stderr.write('Which project? Give its folder.\n')
  app.exit(2)
} else {
  const project = resolve(folder)
  const manifest = fieldsOf(join(project, 'package.json'))
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  app.name = String(manifest.get('productName') ?? manifest.get('name'))
  app.setVersion(String(manifest.get('version')))
  app.setAppPath(project)
  await import(pathToFileURL(join(project, String(manifest.get('main')))).href)
}
