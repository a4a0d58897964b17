import { app } from 'electron'

export type Goodbye = { readonly isSaid: () => boolean }

/** When somebody asks to quit the app goes once all is put away, and not before: whoever asks again still waits. */
export const sayGoodbye = (putAway: () => Promise<void>, onBug: (error: unknown) => void): Goodbye => {
  let state: 'not yet' | 'under way' | 'over' = 'not yet'
  app.on('before-quit', (event) => {
    if (state === 'over') return
    event.preventDefault()
    if (state === 'under way') return
    state = 'under way'
    void putAway()
      .catch(onBug)
      .finally(() => {
        state = 'over'
        app.quit()
      })
  })
  app.on('window-all-closed', () => app.quit())
  return { isSaid: () => state !== 'not yet' }
}
