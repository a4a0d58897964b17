import type { Stream } from '../adb/stream.ts'

/** A random mark between the answers of a script: it is another each time, and says nothing. */
const MARK = /@@[\w-]{12}/gu

/** Exit codes from here on are of shells that were ended by a signal. */
const KILLED = 128

type Piece = { readonly after: number; readonly bytes: Buffer }
type Run = { readonly pieces: readonly Piece[]; readonly milliseconds: number }

export type Memory = {
  /** Notes what a script of the phone says on the stream, and when, if it ends by itself: with which code is told. */
  learn(script: string, stream: Stream): (code: number) => void
  /** Says the same again after the same times; false when the script was never run to its end. */
  recall(script: string, stream: Stream): boolean
  /** The phone is no longer as it was. */
  forget(): void
}

const marks = (text: string): number => text.match(MARK)?.length ?? 0

const isWhole = (pieces: readonly Piece[]): boolean => {
  const texts = pieces.map(({ bytes }) => bytes.toString('latin1'))
  // A mark that was cut in two would be sent as it was.
  return marks(texts.join('')) === texts.reduce((sum, text) => sum + marks(text), 0)
}

/**
 * What the shells of a phone said, by script. A phone that answers from it costs this machine next to nothing: eight
 * of them are then as quick as eight real phones with processors of their own. The quickest run is kept.
 */
export function shellMemory(): Memory {
  const runs = new Map<string, Run>()
  const keyOf = (script: string): string => script.replaceAll(MARK, '@@')
  return {
    learn(script, stream) {
      const begun = performance.now()
      const pieces: Piece[] = []
      const write = stream.write.bind(stream)
      const end = stream.end.bind(stream)
      let endsWith = KILLED
      stream.write = (bytes) => {
        pieces.push({ after: performance.now() - begun, bytes })
        return write(bytes)
      }
      stream.end = () => {
        const milliseconds = performance.now() - begun
        const known = runs.get(keyOf(script))
        if (
          endsWith < KILLED &&
          isWhole(pieces) &&
          !(known !== undefined && known.milliseconds <= milliseconds)
        )
          runs.set(keyOf(script), { pieces, milliseconds })
        end()
      }
      return (code) => {
        endsWith = code
      }
    },
    recall(script, stream) {
      const run = runs.get(keyOf(script))
      if (run === undefined) return false
      const [mark = ''] = script.match(MARK) ?? []
      const begun = performance.now()
      const left = [...run.pieces]
      // One timer for all: two of them may change places when the machine is busy.
      const play = (): void => {
        const now = performance.now() - begun
        while (left[0] !== undefined && left[0].after <= now) {
          const text = left.shift()?.bytes.toString('latin1') ?? ''
          stream.write(Buffer.from(text.replaceAll(MARK, mark), 'latin1'))
        }
        const next = left[0]?.after ?? run.milliseconds
        if (left.length === 0 && next <= now) stream.end()
        else setTimeout(play, next - now)
      }
      play()
      return true
    },
    forget: () => runs.clear(),
  }
}
