import type { BrowserWindow } from 'electron'
import { writeFile } from 'node:fs/promises'
import type { BenchView } from '../contract/views.ts'

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

const isSettled = ({ server, phones }: BenchView): boolean =>
  server.state !== 'starting' && phones.every((phone) => phone.progress !== 'reading')

/** Saves the window as PNG once the bench has settled (15 s at most) and a frame with it has been painted. */
export const saveScreenshot = async (
  window: BrowserWindow,
  view: () => BenchView,
  file: string,
): Promise<void> => {
  for (let waited = 0; waited < 15_000 && !isSettled(view()); waited += 100) await pause(100)
  await pause(600)
  for (let tries = 0; tries < 20; tries += 1) {
    const image = await window.webContents.capturePage()
    if (!image.isEmpty()) {
      await writeFile(file, image.toPNG())
      return
    }
    await pause(200)
  }
  throw new Error('The window was never painted, so there is no picture of it.')
}
