import type { Knowledge } from '../knowledge.ts'
import type { Speech } from '../schema.ts'
import type { OwnFault } from './own-fault.ts'
import { ownFaults } from './own-faults.ts'
import type { OwnMessage, OwnRecord } from './own-record.ts'
import { plainPhrase } from './phrase-fault.ts'
import { causeOf, causeWithChecks, checkOf, fixOf, symptomOf } from './to-shipped-form.ts'

export type Merged = {
  /**
   * The shipped records, none of them changed, with the sound own ones after them; a cause also says how often an own
   * check fails where it is there.
   */
  readonly knowledge: Knowledge
  readonly own: readonly OwnRecord[]
  /** What is wrong with the others, which are left out. */
  readonly faults: readonly OwnFault[]
}

const SCRIPTS = [
  ['Deva', /\p{Script=Devanagari}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
] as const

const scriptOf = (phrase: string): Speech['script'] =>
  SCRIPTS.find(([, letter]) => letter.test(phrase))?.[0] ?? 'Latn'

/** Own phrases come to the first language of their script. */
const speechWith = (shipped: readonly Speech[], messages: readonly OwnMessage[]): readonly Speech[] => {
  const firsts = new Map(shipped.toReversed().map((speech) => [speech.script, speech]))
  return shipped.map((speech) => {
    if (firsts.get(speech.script) !== speech) return speech
    const added = messages.flatMap(({ id, phrases }) => {
      const own = phrases.filter((phrase) => scriptOf(phrase) === speech.script).map(plainPhrase)
      return own.length === 0 ? [] : [[id, own] as const]
    })
    return added.length === 0
      ? speech
      : { ...speech, phrases: { ...speech.phrases, ...Object.fromEntries(added) } }
  })
}

/** FNV-1a: other own records, another version, so that nothing learned or kept with the old one is taken for it. */
const fingerprint = (own: readonly OwnRecord[]): string => {
  let hash = 0x81_1c_9d_c5
  for (const sign of JSON.stringify(own)) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01_00_01_93)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

const soundOf = (shipped: Knowledge, own: readonly OwnRecord[]): Pick<Merged, 'own' | 'faults'> => {
  let left = own
  const faults: OwnFault[] = []
  // What rests on a record that is left out is left out too: a message, its cause, the fix for that.
  for (;;) {
    const found = ownFaults(shipped, left)
    if (found.length === 0) return { own: left, faults }
    faults.push(...found)
    const faulty = new Set(found.map(({ id }) => id))
    left = left.filter(({ id }) => !faulty.has(id))
  }
}

/** What the shop knows beside what is shipped. Without own records it is the shipped knowledge itself. */
export const mergeKnowledge = (shipped: Knowledge, records: readonly OwnRecord[]): Merged => {
  const { own, faults } = soundOf(shipped, records)
  if (own.length === 0) return { knowledge: shipped, own, faults }
  const messages = own.filter((each) => each.kind === 'message')
  const causes = own.filter((each) => each.kind === 'cause')
  const checks = own.filter((each) => each.kind === 'check')
  const fixes = own.filter((each) => each.kind === 'fix')
  const knowledge: Knowledge = {
    ...shipped,
    version: `${shipped.version}+own.${fingerprint(own)}`,
    symptoms: [...shipped.symptoms, ...messages.map(symptomOf)],
    causes: [...shipped.causes, ...causes.map(causeOf)].map((cause) => causeWithChecks(cause, checks)),
    checks: [...shipped.checks, ...checks.map(checkOf)],
    fixes: [...shipped.fixes, ...fixes.map((fix) => fixOf(fix, shipped))],
    speech: speechWith(shipped.speech, messages),
  }
  return { knowledge, own, faults }
}
