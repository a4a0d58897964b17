import { app } from 'electron'

type Following = { readonly start: () => void; readonly stop: () => void }

/** Does one thing when the window is left for another program, and one when somebody comes back. */
export const followFocus = (
  left: () => Promise<unknown>,
  back: () => Promise<unknown>,
  onBug: (error: unknown) => void,
): Following => {
  const leave = (): void => {
    left().catch(onBug)
  }
  const comeBack = (): void => {
    back().catch(onBug)
  }
  return {
    start: () => {
      app.on('browser-window-blur', leave)
      app.on('browser-window-focus', comeBack)
    },
    stop: () => {
      app.removeListener('browser-window-blur', leave)
      app.removeListener('browser-window-focus', comeBack)
    },
  }
}
