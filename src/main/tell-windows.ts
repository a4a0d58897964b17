import { BrowserWindow } from 'electron'
import { EVENT_CHANNEL } from '../contract/bridge.ts'
import type { DeskEvent } from '../contract/events.ts'

/** The one place from which anything is pushed to the window. */
export const tellWindows = (event: DeskEvent): void => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event)
  }
}
