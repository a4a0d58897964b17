import type { PaperSize } from '../core/paper/paper.ts'
import { inches, pictureOf } from './sheet-engine.ts'
import type { Sheet } from './sheet.ts'

/** As the page's own style says, in micrometres. */
const A4_MARGIN = 16_000

const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 }

export const sheetPdf = async ({ window, page }: Sheet, size: PaperSize): Promise<Uint8Array> =>
  window.webContents.printToPDF({
    pageSize: { width: inches(page.width), height: inches(page.height) },
    preferCSSPageSize: size !== 'roll',
    // A4's are in the page's own style.
    ...(size !== 'A4' && { margins: NO_MARGINS }),
    printBackground: false,
  })

/** Over the system's own dialog. null: sent to the printer; else the engine's word for why not. */
export const printSheet = async ({ window, page }: Sheet, size: PaperSize): Promise<string | null> =>
  new Promise((resolve) => {
    window.webContents.print(
      {
        silent: false,
        printBackground: false,
        pageSize: size === 'A4' ? 'A4' : page,
        margins: size === 'A4' ? { marginType: 'default' } : { marginType: 'none' },
      },
      (isSent, why) => resolve(isSent ? null : why),
    )
  })

/** As it will look, without the paper's margins: a PNG, in base64. */
export const sheetPicture = async ({ window, page }: Sheet, size: PaperSize): Promise<string> =>
  pictureOf(window, size === 'A4' ? page.width - 2 * A4_MARGIN : page.width)
