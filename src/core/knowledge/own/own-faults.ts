import type { Knowledge } from '../knowledge.ts'
import { recordsOf } from '../records.ts'
import { textIn } from '../text.ts'
import type { OwnFault } from './own-fault.ts'
import { MOST_OF_A_KIND } from './own-kinds.ts'
import type { OwnCause, OwnCheck, OwnFix, OwnMessage, OwnRecord } from './own-record.ts'
import { phraseFault } from './phrase-fault.ts'

type Found = Pick<OwnFault, 'field' | 'code'> & { readonly details?: OwnFault['details'] }

/** Ways around a lock are no fixes, whatever cause they are written down for. */
const AROUND_A_LOCK = /by-?pass|\bfrp\b|unlock(?:ing)?[ -]?tool/iu

/** Messages that speak of a phone which is locked to somebody: whoever shows them most ends in a referral. */
const ofALock = ({ causes, symptoms }: Knowledge): ReadonlySet<string> =>
  new Set(
    symptoms.flatMap(({ id }) => {
      const item = `symptom:${id}`
      const strength = (cause: { readonly shows: Readonly<Record<string, number>> }): number =>
        cause.shows[item] ?? 0
      const [strongest] = causes.toSorted((one, other) => strength(other) - strength(one))
      return strongest?.endsOnlyIn !== undefined && strength(strongest) > 0 ? [id] : []
    }),
  )

const ofMessage = ({ phrases }: OwnMessage): readonly Found[] =>
  phrases.flatMap((phrase) => {
    const code = phraseFault(phrase)
    return code === null ? [] : [{ field: 'phrases', code, details: { phrase } }]
  })

const doubled = (ids: readonly string[]): boolean => new Set(ids).size < ids.length

const aroundALock = (title: string, steps: readonly string[]): readonly Found[] => [
  ...(AROUND_A_LOCK.test(title) ? [{ field: 'title', code: 'around-lock' }] : []),
  ...(steps.some((step) => AROUND_A_LOCK.test(step)) ? [{ field: 'steps', code: 'around-lock' }] : []),
]

/** Whether a phone is locked to somebody is not for own records to say, and nothing of theirs ends it. */
const ofLinkedCause = (
  field: 'helps' | 'tells',
  cause: string,
  shipped: Knowledge,
  causes: ReadonlySet<string>,
): readonly Found[] => {
  const known = shipped.causes.find(({ id }) => id === cause)
  if (known?.endsOnlyIn !== undefined)
    return [{ field, code: 'locked-cause', details: { cause: textIn(known.title, 'en') } }]
  return causes.has(cause) ? [] : [{ field, code: 'no-cause', details: { id: cause } }]
}

const ofCause = (
  { shows }: OwnCause,
  shipped: Knowledge,
  messages: ReadonlySet<string>,
  locked: ReadonlySet<string>,
): readonly Found[] => [
  ...shows.flatMap(({ symptom }): readonly Found[] => {
    if (locked.has(symptom)) {
      const title = shipped.symptoms.find(({ id }) => id === symptom)?.title
      const details = { message: title === undefined ? symptom : textIn(title, 'en') }
      return [{ field: 'shows', code: 'locked-message', details }]
    }
    return messages.has(symptom) ? [] : [{ field: 'shows', code: 'no-message', details: { id: symptom } }]
  }),
  ...(doubled(shows.map(({ symptom }) => symptom)) ? [{ field: 'shows', code: 'doubled' }] : []),
]

const ofCheck = (
  { title, steps, tells }: OwnCheck,
  shipped: Knowledge,
  causes: ReadonlySet<string>,
): readonly Found[] => [
  ...aroundALock(title, steps),
  ...tells.flatMap(({ cause }) => ofLinkedCause('tells', cause, shipped, causes)),
  ...(doubled(tells.map(({ cause }) => cause)) ? [{ field: 'tells', code: 'doubled' }] : []),
]

const ofFix = (
  { title, steps, caution, risk, helps }: OwnFix,
  shipped: Knowledge,
  causes: ReadonlySet<string>,
): readonly Found[] => [
  ...aroundALock(title, steps),
  ...(risk !== 'none' && caution === '' ? [{ field: 'caution', code: 'caution' }] : []),
  ...helps.flatMap(({ cause }) => ofLinkedCause('helps', cause, shipped, causes)),
  ...(doubled(helps.map(({ cause }) => cause)) ? [{ field: 'helps', code: 'doubled' }] : []),
]

/** What is wrong between own records, and between them and the shipped ones; the shape of each was checked before. */
export const ownFaults = (shipped: Knowledge, own: readonly OwnRecord[]): readonly OwnFault[] => {
  const taken = new Set(recordsOf(shipped).flatMap(([, records]) => records.map(({ id }) => id)))
  const idsOf = (kind: OwnRecord['kind']) => own.flatMap((each) => (each.kind === kind ? [each.id] : []))
  const messages = new Set([...shipped.symptoms.map(({ id }) => id), ...idsOf('message')])
  const causes = new Set([...shipped.causes.map(({ id }) => id), ...idsOf('cause')])
  const locked = ofALock(shipped)
  const seen = new Set<string>()
  const counts = { message: 0, cause: 0, check: 0, fix: 0 }
  const found = (record: OwnRecord): readonly Found[] => {
    switch (record.kind) {
      case 'message':
        return ofMessage(record)
      case 'cause':
        return ofCause(record, shipped, messages, locked)
      case 'check':
        return ofCheck(record, shipped, causes)
      case 'fix':
        return ofFix(record, shipped, causes)
    }
  }
  return own.flatMap((record) => {
    const { id, title, kind } = record
    counts[kind] += 1
    const faults: Found[] = [...found(record)]
    if (taken.has(id)) faults.push({ field: 'id', code: 'taken', details: { id } })
    if (seen.has(id)) faults.push({ field: 'id', code: 'twice', details: { id } })
    if (counts[kind] > MOST_OF_A_KIND)
      faults.push({ field: '', code: 'too-many', details: { most: MOST_OF_A_KIND } })
    seen.add(id)
    return faults.map(({ field, code, details = {} }) => ({ id, name: title, field, code, details }))
  })
}
