import { fold } from '../../hearing/fold.ts'
import type { Often, OwnKind, Risk } from './own-kinds.ts'
import type { OwnRecord } from './own-record.ts'

/** An own record as it stands in its form, right or not: saved as it is typed, and of every kind what has been typed. */
export type OwnDraft = {
  /** The record that it changes; null: a new one, of which there is one of each kind at a time. */
  readonly id: string | null
  readonly kind: OwnKind
  readonly title: string
  readonly about: string
  /** One a line. */
  readonly phrases: string
  readonly steps: string
  readonly often: Often
  readonly minutes: string
  readonly risk: Risk
  readonly caution: string
  readonly shows: readonly { readonly symptom: string; readonly often: Often }[]
  readonly helps: readonly { readonly cause: string; readonly chance: number }[]
  readonly passes: string
  readonly fails: string
  readonly tells: readonly { readonly cause: string; readonly often: Often }[]
}

export const emptyDraft = (kind: OwnKind): OwnDraft => ({
  id: null,
  kind,
  title: '',
  about: '',
  phrases: '',
  steps: '',
  often: 'sometimes',
  minutes: '',
  risk: 'none',
  caution: '',
  shows: [],
  helps: [],
  passes: '',
  fails: '',
  tells: [],
})

export const draftOf = (record: OwnRecord): OwnDraft => {
  const empty = emptyDraft(record.kind)
  const { id, title } = record
  switch (record.kind) {
    case 'message':
      return { ...empty, id, title, phrases: record.phrases.join('\n') }
    case 'cause':
      return { ...empty, id, title, about: record.about, often: record.often, shows: record.shows }
    case 'check': {
      const { steps, minutes, passes, fails, tells } = record
      return { ...empty, id, title, steps: steps.join('\n'), minutes: String(minutes), passes, fails, tells }
    }
    case 'fix': {
      const { steps, minutes, risk, caution, helps } = record
      return { ...empty, id, title, steps: steps.join('\n'), minutes: String(minutes), risk, caution, helps }
    }
  }
}

/** Whether both are written in the same form. */
export const isSameForm = (one: OwnDraft, other: OwnDraft): boolean =>
  one.id === other.id && one.kind === other.kind

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** "3", and "3,5" as half the world writes it; nothing else is a number of minutes. */
const numberOf = (text: string): number =>
  /^\d+(?:[.,]\d+)?$/u.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN

const LONGEST_NAME = 40

/** An id that says what it is, where the title has letters for it, and that no other record has or had. */
export const ownIdFor = ({ kind, title }: OwnDraft, taken: ReadonlySet<string>): string => {
  const name = fold(title)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_NAME)
    .replaceAll(/^-+|-+$/gu, '')
  const base = `own-${name === '' ? kind : name}`
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${String(number)}`
  return id
}

/** What the form says, to be read as anything that comes from outside is. */
export const recordIn = (draft: OwnDraft, id: string): unknown => {
  const { kind, title } = draft
  switch (kind) {
    case 'message':
      return { kind, id, title, phrases: linesOf(draft.phrases) }
    case 'cause':
      return { kind, id, title, about: draft.about, often: draft.often, shows: draft.shows }
    case 'check': {
      const { passes, fails, tells } = draft
      const minutes = numberOf(draft.minutes)
      return { kind, id, title, steps: linesOf(draft.steps), minutes, passes, fails, tells }
    }
    case 'fix': {
      const { risk, helps } = draft
      const minutes = numberOf(draft.minutes)
      // Without a risk there is nothing to be said of it; what was typed stays in the form.
      const caution = risk === 'none' ? '' : draft.caution
      return { kind, id, title, steps: linesOf(draft.steps), minutes, risk, caution, helps }
    }
  }
}
