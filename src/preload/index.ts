import { contextBridge, ipcRenderer } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL, type DeskBridge } from '../contract/bridge.ts'
import type { DeskEvent } from '../contract/events.ts'

/** Two functions and nothing else: no ipcRenderer, no event object, ever reaches the page. */
const bridge: DeskBridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  on: (listener) => {
    const hear = (_: unknown, event: DeskEvent): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, hear)
    }
  },
}

contextBridge.exposeInMainWorld('desk', bridge)
