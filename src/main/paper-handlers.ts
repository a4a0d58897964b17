import { basename } from 'node:path'
import type { CommandHandlers } from '../contract/commands.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { paperFileName } from '../core/paper/paper-name.ts'
import { saveWhole } from '../device/whole-file.ts'
import { paperSizes, savePaperSize } from '../usecases/paper-sizes.ts'
import type { TicketDesk } from '../usecases/show-ticket.ts'
import { ticketPaper } from '../usecases/ticket-paper.ts'
import { askWhereToSave } from './ask-for-file.ts'
import { printSheet, sheetPdf, sheetPicture } from './sheet-output.ts'
import { withSheet } from './sheet.ts'

type PaperHandlers = Pick<CommandHandlers, Extract<keyof CommandHandlers, `paper.${string}`>>

/** What the engine says when somebody closed the dialog; no trouble, and nothing to be said of it. */
const CALLED_OFF = /cancel/iu

/** A ticket's papers; none of them changes the ticket, so whatever goes wrong on the way nothing of it is lost. */
export const paperHandlers = (desk: TicketDesk): PaperHandlers => ({
  'paper.sizes': () => paperSizes(desk.store),
  'paper.size': ({ kind, size }) => savePaperSize(desk.store, kind, size),
  'paper.print': async (wanted) => {
    const paper = await ticketPaper(desk, wanted)
    if (!paper.ok) return paper
    return withSheet(
      paper.value.html,
      { size: wanted.size, use: 'printed' },
      async (sheet): Promise<Answer<{ readonly sent: boolean }>> => {
        const printers = await sheet.window.webContents.getPrintersAsync()
        if (printers.length === 0) return failed('paper.no-printer')
        sheet.atLeisure()
        const why = await printSheet(sheet, wanted.size)
        if (why === null) return done({ sent: true })
        return CALLED_OFF.test(why) ? done({ sent: false }) : failed('paper.not-printed', { why })
      },
    )
  },
  'paper.pdf': async (wanted) => {
    const paper = await ticketPaper(desk, wanted)
    if (!paper.ok) return paper
    const file = await askWhereToSave({
      title: desk.speech.say('screen.paper.pdf', { kind: wanted.kind.replaceAll('-', '_') }),
      defaultPath: paperFileName(paper.value.number, wanted.kind),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    })
    if (file === null) return done({ name: null })
    const pdf = await withSheet(paper.value.html, { size: wanted.size, use: 'printed' }, async (sheet) =>
      done(await sheetPdf(sheet, wanted.size)),
    )
    if (!pdf.ok) return pdf
    const why = await saveWhole(file, pdf.value)
    const name = basename(file)
    return why === null ? done({ name }) : failed('paper.unsaved', { file: name, why })
  },
  'paper.preview': async (wanted) => {
    const paper = await ticketPaper(desk, wanted)
    if (!paper.ok) return paper
    return withSheet(paper.value.html, { size: wanted.size, use: 'drawn' }, async (sheet) =>
      done({ png: await sheetPicture(sheet, wanted.size) }),
    )
  },
})
