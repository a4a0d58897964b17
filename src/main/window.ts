import { app, BrowserWindow, type Session } from 'electron'
import { join } from 'node:path'
import { isOwnPage, START_PAGE } from './serve-window.ts'

/** No page may go anywhere, open anything, embed anything or be given any permission of the computer. */
const fence = (): void => {
  app.on('web-contents-created', (_, contents) => {
    const stay = (event: { preventDefault: () => void }, address: string): void => {
      if (!isOwnPage(address)) event.preventDefault()
    }
    contents.on('will-navigate', (event) => stay(event, event.url))
    contents.on('will-frame-navigate', (event) => stay(event, event.url))
    contents.on('will-redirect', (event) => stay(event, event.url))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

const denyPermissions = (session: Session): void => {
  // Writing to the clipboard is what "copy this reading" does; nothing else is ever asked for.
  const allowed = (permission: string): boolean => permission === 'clipboard-sanitized-write'
  session.setPermissionRequestHandler((_, permission, give) => give(allowed(permission)))
  session.setPermissionCheckHandler((_, permission) => allowed(permission))
  session.setDevicePermissionHandler(() => false)
}

export const openWindow = async (session: Session, outFolder: string): Promise<BrowserWindow> => {
  fence()
  denyPermissions(session)
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Benchside',
    backgroundColor: '#f6f7f9',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: join(outFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL(START_PAGE)
  return window
}
