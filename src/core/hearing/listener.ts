import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Speech } from '../knowledge/schema.ts'
import { fold } from './fold.ts'
import { newLexicon, type Lexicon } from './lexicon.ts'
import { phraseReader, type Choice, type Phrase } from './phrase.ts'

/** A wording: the items after its first one, and what it is a wording of. */
export type CompiledWording = { readonly rest: readonly number[]; readonly choice: number }
export type CompiledPhrase = {
  readonly symptom: string
  readonly places: readonly number[]
  readonly gaps: readonly number[]
  /** It names something in use, such as a VPN. */
  readonly inUse: boolean
  /** "VPN is off": what stands after it can take it back. */
  readonly deniedAfter: ReadonlySet<string>
}
/** Everything that is listened for, in a form that goes through a text once. */
export type Listener = {
  readonly lexicon: Lexicon
  /** By the number of their first item. */
  readonly wordings: ReadonlyMap<number, readonly CompiledWording[]>
  readonly choiceCount: number
  /** The choices of each place. */
  readonly choicesOf: readonly (readonly number[])[]
  readonly phrases: readonly CompiledPhrase[]
  readonly negators: ReadonlySet<string>
  readonly breaks: ReadonlySet<string>
}

const NOBODY: ReadonlySet<string> = new Set()

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold))

/** A code is heard by itself where it is long enough to be nothing else, and after "code" or "error" otherwise. */
const codePhrases = ({ codes, codeCues }: Knowledge): readonly (readonly [string, string])[] =>
  codes.flatMap(({ code, symptom, needsCue, service }) => {
    // The customer's screen shows the codes of the sign-in; another service's number counts where it clashes with none.
    const clashes =
      service !== 'account' && codes.some((other) => other.service === 'account' && other.code === code)
    if (symptom === undefined || clashes) return []
    return [[symptom, needsCue ? `${codeCues.join('|')} ${code}` : code] as const]
  })

type Script = Speech['script']

const LETTERS: readonly (readonly [Script, RegExp])[] = [
  ['Deva', /\p{Script=Devanagari}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
]

/** Names and codes are Latin in any language, so that its phrases are always listened for. */
const scriptsIn = (text: string): readonly Script[] => [
  'Latn',
  ...LETTERS.flatMap(([script, letter]) => (letter.test(text) ? [script] : [])),
]

const build = (knowledge: Knowledge, script: Script): Listener => {
  const lexicon = newLexicon()
  const wordings = new Map<number, CompiledWording[]>()
  const choices = new Map<string, number>()
  const places = new Map<string, number>()
  const choicesOf: (readonly number[])[] = []

  const choiceNumber = ({ key, wordings: all }: Choice): number => {
    const known = choices.get(key)
    if (known !== undefined) return known
    const choice = choices.size
    choices.set(key, choice)
    for (const wording of all) {
      const [first = 0, ...rest] = wording.map(lexicon.number)
      const beside = wordings.get(first)
      if (beside === undefined) wordings.set(first, [{ rest, choice }])
      else beside.push({ rest, choice })
    }
    return choice
  }

  const placeNumber = ({ key, choices: all }: Phrase[number]): number => {
    const known = places.get(key)
    if (known !== undefined) return known
    const place = places.size
    places.set(key, place)
    choicesOf.push(all.map(choiceNumber))
    return place
  }

  const inUse = new Set(knowledge.symptoms.filter(({ canBeOff }) => canBeOff).map(({ id }) => id))
  const phrases: CompiledPhrase[] = []
  const addPhrase = (symptom: string, phrase: Phrase, deniedAfter: ReadonlySet<string>) => {
    if (phrase.length > 0)
      phrases.push({
        symptom,
        inUse: inUse.has(symptom),
        places: phrase.map(placeNumber),
        gaps: phrase.map(({ gap }) => gap),
        deniedAfter,
      })
  }

  // "没有VPN", "VPN बंद है": a language's words are turned round by another's.
  const negators = folded(knowledge.speech.flatMap((speech) => speech.negators))
  // "VPN cannot ..." says nothing of the VPN: only where a "not" stands behind does it count there.
  const off = folded(
    knowledge.speech.flatMap((speech) =>
      speech.negatesAfter ? [...speech.negators, ...speech.off] : speech.off,
    ),
  )
  for (const speech of knowledge.speech) {
    if (speech.script !== script) continue
    const read = phraseReader(speech.language, speech.concepts)
    const after = speech.negatesAfter ? folded(speech.negators) : NOBODY
    for (const [symptom, texts] of Object.entries(speech.phrases))
      for (const text of texts) addPhrase(symptom, read(text), inUse.has(symptom) ? off : after)
  }
  if (script === 'Latn') {
    const read = phraseReader('code', {})
    for (const [symptom, text] of codePhrases(knowledge)) addPhrase(symptom, read(text), NOBODY)
  }
  return {
    lexicon,
    wordings,
    choiceCount: choices.size,
    choicesOf,
    phrases,
    negators,
    breaks: folded(knowledge.speech.flatMap(({ breaks }) => breaks)),
  }
}

const listeners = new WeakMap<Knowledge, Map<Script, Listener>>()

/** Who listens to this text, by the scripts in it; built once for each knowledge base, and not before it is needed. */
export const listenersFor = (text: string, knowledge: Knowledge): readonly Listener[] => {
  const known = listeners.get(knowledge) ?? new Map<Script, Listener>()
  listeners.set(knowledge, known)
  return scriptsIn(text).map((script) => {
    const listener = known.get(script) ?? build(knowledge, script)
    known.set(script, listener)
    return listener
  })
}
