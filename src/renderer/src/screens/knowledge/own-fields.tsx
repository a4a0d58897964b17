import type { ReactNode } from 'react'
import type { KnowledgeView } from '../../../../contract/views.ts'
import { OFTEN, RISKS } from '../../../../core/knowledge/own/own-kinds.ts'
import type { OwnDraft } from '../../../../core/knowledge/own/own-draft.ts'
import { flushOwnForms, typeOwnForm } from '../../actions/own-forms.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Field } from '../../parts/field.tsx'
import { say } from '../../words.ts'
import css from './own-form.module.css'
import { LinkList } from './link-list.tsx'

export type FieldsProps = {
  readonly form: OwnDraft
  readonly knowledge: KnowledgeView
  readonly faultAt: (field: string) => string | null
}

type TextField = 'title' | 'about' | 'phrases' | 'steps' | 'minutes' | 'caution' | 'passes' | 'fails'

/** Longer than a record may be: what is too long is said, and nothing is cut off unseen. */
const LONGEST = {
  title: 1000,
  about: 5000,
  phrases: 10_000,
  steps: 10_000,
  minutes: 20,
  caution: 5000,
  passes: 1000,
  fails: 1000,
}

const LINES: readonly TextField[] = ['title', 'minutes', 'passes', 'fails']

type TextProps = FieldsProps & { readonly field: TextField; readonly label: string }

const Text = ({ form, field, label, faultAt }: TextProps): ReactNode => (
  <Field
    label={label}
    kind={LINES.includes(field) ? 'text' : 'prose'}
    longest={LONGEST[field]}
    value={form[field]}
    fault={faultAt(field)}
    onLeave={flushOwnForms}
    onType={(value) => {
      typeOwnForm({ [field]: value })
    }}
  />
)

export const MessageFields = (props: FieldsProps): ReactNode => (
  <>
    <Text {...props} field="title" label={say('own.field.title.message')} />
    <Text {...props} field="phrases" label={say('own.field.phrases')} />
  </>
)

export const CauseFields = (props: FieldsProps): ReactNode => {
  const { form, knowledge, faultAt } = props
  return (
    <>
      <Text {...props} field="title" label={say('own.field.title.cause')} />
      <Text {...props} field="about" label={say('own.field.about')} />
      <div className={css['choice']}>
        <Choice
          name={say('own.field.often')}
          options={OFTEN.map((value) => ({ value, words: say(`own.often.${value}`) }))}
          chosen={form.often}
          onChoose={(often) => {
            typeOwnForm({ often })
          }}
          nameSeen
        />
      </div>
      <LinkList
        name={say('own.field.shows')}
        add={say('own.field.shows-add')}
        howName={(title) => say('own.field.shows-often', { title })}
        all={knowledge.symptoms}
        hows={OFTEN.map((value) => ({ value, words: say(`own.often.${value}`) }))}
        links={form.shows.map(({ symptom, often }) => ({ id: symptom, how: often }))}
        fault={faultAt('shows')}
        onChange={(links) => {
          typeOwnForm({
            shows: links.map(({ id, how }) => ({
              symptom: id,
              often: OFTEN.find((value) => value === how) ?? 'often',
            })),
          })
        }}
        firstHow="often"
      />
    </>
  )
}

export const CheckFields = (props: FieldsProps): ReactNode => {
  const { form, knowledge, faultAt } = props
  return (
    <>
      <Text {...props} field="title" label={say('own.field.title.check')} />
      <Text {...props} field="steps" label={say('own.field.steps')} />
      <Text {...props} field="minutes" label={say('own.field.minutes-check')} />
      <Text {...props} field="passes" label={say('own.field.passes')} />
      <Text {...props} field="fails" label={say('own.field.fails')} />
      <LinkList
        name={say('own.field.tells')}
        add={say('own.field.helps-add')}
        howName={(title) => say('own.field.tells-often', { title })}
        all={knowledge.causes}
        hows={OFTEN.map((value) => ({ value, words: say(`own.often.${value}`) }))}
        links={form.tells.map(({ cause, often }) => ({ id: cause, how: often }))}
        fault={faultAt('tells')}
        onChange={(links) => {
          typeOwnForm({
            tells: links.map(({ id, how }) => ({
              cause: id,
              often: OFTEN.find((value) => value === how) ?? 'often',
            })),
          })
        }}
        firstHow="often"
      />
    </>
  )
}

/** Nobody knows such a chance to the percent; what came out of a file keeps its own. */
const CHANCES = [0.9, 0.7, 0.5, 0.3, 0.1]

export const FixFields = (props: FieldsProps): ReactNode => {
  const { form, knowledge, faultAt } = props
  const chances = [...new Set([...CHANCES, ...form.helps.map(({ chance }) => chance)])]
  return (
    <>
      <Text {...props} field="title" label={say('own.field.title.fix')} />
      <LinkList
        name={say('own.field.helps')}
        add={say('own.field.helps-add')}
        howName={(title) => say('own.field.helps-chance', { title })}
        all={knowledge.causes}
        hows={chances
          .toSorted((one, other) => other - one)
          .map((chance) => ({
            value: String(chance),
            words: say('own.chance', { count: Math.round(chance * 100) }),
          }))}
        links={form.helps.map(({ cause, chance }) => ({ id: cause, how: String(chance) }))}
        fault={faultAt('helps')}
        onChange={(links) => {
          typeOwnForm({ helps: links.map(({ id, how }) => ({ cause: id, chance: Number(how) })) })
        }}
        firstHow="0.7"
      />
      <Text {...props} field="steps" label={say('own.field.steps')} />
      <Text {...props} field="minutes" label={say('own.field.minutes')} />
      <div className={css['choice']}>
        <Choice
          name={say('own.field.risk')}
          options={RISKS.map((value) => ({ value, words: say(`own.risk.${value}`) }))}
          chosen={form.risk}
          onChoose={(risk) => {
            typeOwnForm({ risk })
          }}
          nameSeen
        />
        <FailureNote failure={null} words={faultAt('risk')} />
      </div>
      {form.risk !== 'none' && <Text {...props} field="caution" label={say('own.field.caution')} />}
    </>
  )
}
