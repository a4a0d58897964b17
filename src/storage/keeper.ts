import type { Works } from './long-work/works.ts'

export type WorkName = keyof Works
export type WorkInput<N extends WorkName> = Parameters<Works[N]>[0]

export type WorkAnswer<N extends WorkName> = Awaited<ReturnType<Works[N]>>

export type WorkWatch = {
  /** Asks the work to stop where it is; it answers `work.stopped` then, and leaves nothing behind. */
  readonly signal?: AbortSignal | undefined
  /** How much of it is done, 0 to 1, a few times a second. */
  readonly told?: ((part: number) => void) | undefined
}

/** Work on the whole record, which takes long: done beside everything else, on a connection of its own. */
export type RunWork = <N extends WorkName>(
  name: N,
  input: WorkInput<N>,
  watch?: WorkWatch,
) => Promise<WorkAnswer<N>>
