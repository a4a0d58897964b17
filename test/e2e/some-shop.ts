import { done } from '../../src/core/failure.ts'
import { SHIPPED } from '../../src/core/knowledge/shipped.ts'
import { measured } from '../../src/core/reading.ts'
import { seeded, type Random } from '../../src/core/simulation/random.ts'
import type { Outcome } from '../../src/core/ticket.ts'
import { openSqliteStore } from '../../src/storage/open-sqlite.ts'
import type { Store } from '../../src/storage/store.ts'
import { inspectionNamed, intake, valueOf } from '../storage/some-record.ts'

const HOUR = 60 * 60 * 1000
const MODELS = ['Redmi Note 12', 'POCO F3', 'Redmi 9A', 'Xiaomi 13'] as const
/** Fixes that worked, and a cause that each is for. */
const FIXES = [
  ['set-clock', 'clock-wrong'],
  ['set-clock', 'clock-wrong'],
  ['restore-package', 'account-app-disabled'],
  ['clear-app-data', 'stale-session'],
  ['leave-network', 'vpn-exit'],
] as const

const pick = <T>(of: readonly T[], random: Random): T => {
  const one = of[Math.floor(random() * of.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

const read = async (store: Store, number: number, at: string, random: Random): Promise<string> => {
  const id = `inspection-${String(number)}`
  valueOf(await store.beginInspection(inspectionNamed(id, at)))
  const model = pick(MODELS, random)
  const serial = `S${String(Math.floor(number * 0.95))}`
  valueOf(await store.nameDevice(id, { serial, model, marketName: model, training: false }))
  const family = measured(random() < 0.6 ? 'HyperOS' : 'MIUI', 'getprop')
  const region = measured(random() < 0.7 ? 'IN' : 'RU', 'getprop')
  const readings = [
    { id: 'os.family', reading: family, sections: [], at },
    { id: 'os.buildRegion', reading: region, sections: [], at },
  ]
  valueOf(await store.addReadings(id, [], readings))
  valueOf(await store.endInspection(id, { tookMs: 5, roundTrips: 1, stopped: null }))
  return id
}

const step = async (store: Store, id: string, at: string, fix: string, outcome: Outcome): Promise<void> => {
  const event = {
    at,
    who: 'counter',
    code: 'attempt',
    details: { fix, outcome, verified: 'sign-in' },
  } as const
  const attempt = { fix, covers: [], outcome, verified: 'sign-in', at } as const
  const fixed = outcome === 'worked' ? ({ state: 'fixed', workedFix: fix } as const) : {}
  valueOf(await store.changeTicket(id, () => done({ ...fixed, attempts: [attempt], event })))
}

/** A record as a shop has it after so many tickets, the last of them opened at `now`; every tenth is still open. */
export const someShop = async (folder: string, count: number, now: Date, seed = 1): Promise<void> => {
  const store = valueOf(await openSqliteStore(folder))
  const random = seeded(seed)
  const symptoms = ['SY01']
  for (let number = 0; number < count; number += 1) {
    const opened = now.getTime() - (count - number) * 30 * HOUR
    const at = (minutes: number): string => new Date(opened + minutes * 60_000).toISOString()
    const inspectionId = await read(store, number, at(0), random)
    const { id } = valueOf(await store.openTicket(intake({ at: at(1), inspectionId, symptoms })))
    const [fix, cause] = pick(FIXES, random)
    const [otherFix, other] = pick(FIXES, random)
    const said = 0.5 + random() / 2
    // Said so well that the one named first was there about as often as was said.
    const [first, second] = random() < said ? [cause, other] : [other, cause]
    const causes = [
      { id: first, probability: said },
      { id: second, probability: 1 - said },
    ]
    valueOf(await store.saveAdvice(id, at(1), { knowledgeVersion: SHIPPED.version, causes, next: null }))
    if (number % 10 === 9) continue
    if (fix !== otherFix && random() < 0.5) await step(store, id, at(5), otherFix, 'failed')
    const works = random() < 0.8
    await step(store, id, at(12), fix, works ? 'worked' : 'failed')
    const result = works ? 'fixed' : 'referred'
    const closedAt = at(20 + Math.floor(random() * 3000))
    const event = { at: closedAt, who: 'counter', code: 'closed', details: { result } } as const
    const days = number % 3 === 0 ? 90 : 30
    const until = new Date(Date.parse(closedAt) + days * 24 * HOUR).toISOString()
    const warranty = works ? { days, until } : null
    valueOf(await store.changeTicket(id, () => done({ state: 'closed', result, closedAt, warranty, event })))
  }
  await store.close()
}
