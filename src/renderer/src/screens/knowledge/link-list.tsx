import { useId, type ReactNode } from 'react'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import field from '../../parts/field.module.css'
import { OwnMark } from '../../parts/own-mark.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './own-form.module.css'

type Titled = { readonly id: string; readonly title: string; readonly isTopic?: boolean }
type Link = { readonly id: string; readonly how: string }

type LinkListProps = {
  readonly name: string
  /** What adds another one. */
  readonly add: string
  readonly howName: (title: string) => string
  readonly all: readonly Titled[]
  readonly hows: readonly { readonly value: string; readonly words: string }[]
  readonly firstHow: string
  readonly links: readonly Link[]
  readonly fault: string | null
  readonly onChange: (links: readonly Link[]) => void
}

/** Other records that this one speaks of, each with how much. */
export const LinkList = (props: LinkListProps): ReactNode => {
  const { name, add, howName, all, hows, firstHow, links, fault, onChange } = props
  const id = useId()
  const own = new Set(useStore(({ knowledge }) => knowledge?.own.records)?.map((record) => record.id))
  const free = all.filter((one) => one.isTopic !== true && !links.some((link) => link.id === one.id))
  const groups = [
    { words: say('own.field.of-own'), records: free.filter((one) => own.has(one.id)) },
    { words: say('own.field.of-shipped'), records: free.filter((one) => !own.has(one.id)) },
  ].filter(({ records }) => records.length > 0)
  const titleOf = (link: Link): string => all.find((one) => one.id === link.id)?.title ?? link.id
  return (
    <div className={css['links']}>
      <label className={field['label']} htmlFor={id}>
        {name}
      </label>
      <ul>
        {links.map((link) => (
          <li key={link.id} className={css['link']}>
            <span className={css['linked']}>
              {titleOf(link)} <OwnMark id={link.id} />
            </span>
            <select
              className={field['box']}
              aria-label={howName(titleOf(link))}
              value={link.how}
              onChange={({ target }) => {
                onChange(links.map((each) => (each.id === link.id ? { ...each, how: target.value } : each)))
              }}
            >
              {hows.map(({ value, words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
            <Button
              kind="quiet"
              icon="cross"
              iconOnly
              words={say('own.field.take-out', { title: titleOf(link) })}
              onPress={() => {
                onChange(links.filter((each) => each.id !== link.id))
              }}
            />
          </li>
        ))}
      </ul>
      <select
        id={id}
        className={field['box']}
        value=""
        aria-invalid={fault !== null}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => {
          if (target.value !== '') onChange([...links, { id: target.value, how: firstHow }])
        }}
      >
        <option value="">{add}</option>
        {groups.map(({ words, records }) => (
          <optgroup key={words} label={words}>
            {records.map((record) => (
              <option key={record.id} value={record.id}>
                {record.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <FailureNote failure={null} words={fault} id={`${id}-fault`} />
    </div>
  )
}
