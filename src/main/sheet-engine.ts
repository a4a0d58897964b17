import type { BrowserWindow, Debugger } from 'electron'

const MICROMETRES_AN_INCH = 25_400
const DOTS_AN_INCH = 96

export const inches = (micrometres: number): number => micrometres / MICROMETRES_AN_INCH

/** Laid out as for paper of a width; asked of the engine, as the page runs no script that could be asked. */
const laidOut = async <T>(
  { webContents }: BrowserWindow,
  width: number,
  work: (engine: Debugger) => Promise<T>,
): Promise<T> => {
  const engine = webContents.debugger
  engine.attach('1.3')
  try {
    await engine.sendCommand('Emulation.setEmulatedMedia', { media: 'print' })
    // Before the width, or a scrollbar takes its own away from it.
    await engine.sendCommand('Emulation.setScrollbarsHidden', { hidden: true })
    await engine.sendCommand('Emulation.setDeviceMetricsOverride', {
      width: Math.round(inches(width) * DOTS_AN_INCH),
      height: 1,
      deviceScaleFactor: 1,
      mobile: false,
    })
    return await work(engine)
  } finally {
    engine.detach()
  }
}

type Metrics = { readonly cssContentSize: { readonly width: number; readonly height: number } }

const sizeOf = async (engine: Debugger): Promise<Metrics['cssContentSize']> =>
  ((await engine.sendCommand('Page.getLayoutMetrics')) as Metrics).cssContentSize

/** How high a page is when it is as wide as the paper; both in micrometres. */
export const contentHeight = async (window: BrowserWindow, width: number): Promise<number> =>
  laidOut(window, width, async (engine) =>
    Math.ceil(((await sizeOf(engine)).height / DOTS_AN_INCH) * MICROMETRES_AN_INCH),
  )

/** Two dots for one, while the picture stays within what a page of pictures can be (16,384 dots). */
const scaleOf = (height: number): number => Math.min(2, 16_000 / height)

/** A picture of the whole page, sharp enough to be read: a PNG, in base64. The window has to draw off the screen. */
export const pictureOf = async (window: BrowserWindow, width: number): Promise<string> =>
  laidOut(window, width, async (engine) => {
    const { width: wide, height } = await sizeOf(engine)
    const { data } = (await engine.sendCommand('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: wide, height, scale: scaleOf(height) },
    })) as { readonly data: string }
    return data
  })
