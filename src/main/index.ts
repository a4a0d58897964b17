import { writeFileSync } from 'node:fs'
import { app, BrowserWindow } from 'electron'

await app.whenReady()
const window = new BrowserWindow({ width: 1280, height: 800, show: true })
await window.loadURL('data:text/html,<h1>Benchside</h1>')
const shot = process.argv.indexOf('--screenshot')
const file = process.argv[shot + 1]
if (shot > 0 && file) {
  const image = await window.webContents.capturePage()
  writeFileSync(file, image.toPNG())
  app.quit()
}
process.stdout.write('ready\n')
