import { EVENT_CHANNEL } from '../contract/bridge.ts'
import type { DeskEvent } from '../contract/events.ts'
import { deskWindows } from './desk-window.ts'

/** The one place from which anything is pushed to the window. */
export const tellWindows = (event: DeskEvent): void => {
  for (const window of deskWindows()) window.webContents.send(EVENT_CHANNEL, event)
}
