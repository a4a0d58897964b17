import type { Answer } from '../../../core/failure.ts'
import type { PaperKind, PaperSize } from '../../../core/paper/paper.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { say } from '../words.ts'

export type PaperSizes = Readonly<Record<PaperKind, PaperSize>>
export type Wanted = { readonly id: string; readonly kind: PaperKind; readonly size: PaperSize }

export const loadPaperSizes = async (): Promise<Answer<PaperSizes>> => ask('paper.sizes', {})

export const savePaperSize = async (kind: PaperKind, size: PaperSize): Promise<Answer<PaperSizes>> =>
  ask('paper.size', { kind, size })

export const printPaper = async (wanted: Wanted): Promise<Answer<{ readonly sent: boolean }>> => {
  const answer = await ask('paper.print', wanted)
  if (answer.ok && answer.value.sent) useStore.getState().tell(say('screen.paper.sent'))
  return answer
}

export const savePaper = async (wanted: Wanted): Promise<Answer<{ readonly name: string | null }>> => {
  const answer = await ask('paper.pdf', wanted)
  if (answer.ok && answer.value.name !== null)
    useStore.getState().tell(say('screen.paper.saved', { name: answer.value.name }))
  return answer
}

export const previewPaper = async (wanted: Wanted): Promise<Answer<{ readonly png: string }>> =>
  ask('paper.preview', wanted)
