import { done, failed, type Answer } from '../core/failure.ts'
import type { ListedPhone } from '../core/phone.ts'
import { systemOf } from '../core/ready-steps.ts'
import type { Say } from '../core/words/index.ts'
import { sayAdvice } from '../core/words/say-steps.ts'
import { adbBench } from '../device/adb/adb-bench.ts'
import { findAdb } from '../device/adb/find-adb.ts'
import type { AdbPlace } from '../device/adb-place.ts'
import type { Bench, BenchState } from '../device/phone-link.ts'

/** How long a server may take to start, and a phone to be listed or to settle after it. Milliseconds. */
const LONGEST_START = 20_000
const LONGEST_LIST = 1500

/** Waits until `enough`, or until the time is over. */
const until = (bench: Bench, ms: number, enough: (state: BenchState) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(finish, ms)
    const stop = bench.onChange((state) => {
      if (enough(state)) finish()
    })
    if (enough(bench.state())) finish()
  })

const SETTLING = new Set(['authorizing', 'connecting'])

/** The bench once it is known who answers and, where adb does, which phones are there. */
/** As the shop's settings say. */
export type Reach = {
  readonly place: AdbPlace
  /** The adb program to start; null: the one that is found. */
  readonly program: string | null
  readonly internetTime: boolean
}

export const reachBench = async ({ place, program }: Pick<Reach, 'place' | 'program'>): Promise<Bench> => {
  const bench = adbBench(place, () => findAdb({ chosen: program }))
  await until(bench, LONGEST_START, ({ server }) => server.state !== 'starting')
  if (bench.state().server.state === 'running') {
    await until(
      bench,
      LONGEST_LIST,
      ({ phones }) => phones.length > 0 && phones.every(({ state }) => !SETTLING.has(state)),
    )
  }
  return bench
}

/** Why there is no adb server to ask, or null when there is one. */
export const serverFailure = ({ server }: BenchState): ReturnType<typeof failed> | null => {
  const { why } = server
  const port = server.port ?? 0
  switch (server.state) {
    case 'running':
      return null
    case 'no-adb':
      return failed('adb.missing')
    case 'port-taken':
      return failed('adb.port-taken', { port })
    case 'too-old':
      return failed('adb.too-old', { port, version: server.version ?? 0 })
    case 'starting':
    case 'unreachable':
      return why === undefined ? failed('adb.unreachable', { port }) : failed('adb.start-failed', { why })
  }
}

/** The phone that is meant, ready to be read, or why there is none. */
export const choosePhone = (
  state: BenchState,
  wanted: { readonly serial?: string | undefined; readonly transport?: string | undefined },
  say: Say,
): Answer<ListedPhone> => {
  const trouble = serverFailure(state)
  if (trouble) return trouble
  const matching = state.phones.filter(
    (phone) =>
      (wanted.serial === undefined || phone.serial === wanted.serial) &&
      (wanted.transport === undefined || String(phone.transportId) === wanted.transport),
  )
  const ready = matching.filter((phone) => phone.state === 'device')
  const [phone] = ready
  if (ready.length > 1) return failed('phone.several', { count: ready.length })
  if (phone) return done(phone)
  const [other] = matching
  if (!other) {
    const count = state.phones.length
    const named = wanted.serial ?? wanted.transport ?? ''
    return count === 0 ? failed('phone.none') : failed('phone.other', { wanted: named, count })
  }
  return failed('phone.not-ready', {
    state: say(`phone.state.${other.state}`),
    advice: sayAdvice(other.state, systemOf(process.platform), say),
  })
}
