import { ask, unattended } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { sayFailure } from '../words.ts'

/** Long enough for a few letters, short enough that a power cut costs a word at most. */
const PAUSE_MS = 250
/** Forms begun and never ended are few; the newest of more than that are kept. */
const MOST = 500

/** Which step was picked: of a phone without a ticket it is known by a key that another phone has after the next start. */
const PICKED = /^\S+ (?:step|with) /u

let timer: ReturnType<typeof setTimeout> | undefined

/** Saves now what is still to be saved: the window closes, or somebody is erased. */
export const flushTyping = async (): Promise<void> => {
  if (timer === undefined) return
  clearTimeout(timer)
  timer = undefined
  const typing = Object.fromEntries(
    Object.entries(useStore.getState().typing)
      .filter(([place]) => !PICKED.test(place))
      .slice(-MOST),
  )
  const answer = await ask('typing.save', { typing })
  if (!answer.ok) useStore.getState().tell(sayFailure(answer.failure), true)
}

/** Brings back what was typed before the window was closed, and from then on keeps what is typed. */
export const keepTypingSaved = async (): Promise<void> => {
  const saved = await ask('typing.get', {})
  // What cannot be read is not written over.
  if (!saved.ok) return
  useStore.getState().restoreTyping(saved.value)
  useStore.subscribe(({ typing }, before) => {
    if (typing === before.typing) return
    timer ??= setTimeout(() => {
      unattended(flushTyping())
    }, PAUSE_MS)
  })
}
