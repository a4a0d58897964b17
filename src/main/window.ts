import { app, BrowserWindow, Menu, nativeTheme, type Session, type WebContents } from 'electron'
import { join } from 'node:path'
import { denyPermissions } from './deny-permissions.ts'
import { isOwnPage, START_PAGE } from './serve-window.ts'

/** Where the page has got to in spite of all, it is sent back. */
const bringBack = (contents: WebContents, address: string): void => {
  if (!isOwnPage(address)) void contents.loadURL(START_PAGE)
}

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
    // The events before it pass over about:blank.
    contents.on('did-navigate', (_event, address) => bringBack(contents, address))
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

export const openWindow = async (session: Session, outFolder: string): Promise<BrowserWindow> => {
  fence()
  denyPermissions(session)
  // Electron's own menu leads to web sites and the developer tools. On macOS copy and paste live in a menu.
  const edit = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([...edit]) : null)
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Benchside',
    // The canvas of tokens.css: a dark counter is not lit up while the page loads.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e1014' : '#f3f4f7',
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
