import { useState, type ReactNode } from 'react'
import { draftOf } from '../../../../core/knowledge/own/own-draft.ts'
import { openOwnForm } from '../../actions/own-forms.ts'
import { Button } from '../../parts/button.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './knowledge.module.css'
import { RemoveOwn } from './remove-own.tsx'

/** What can be done with a record that the shop has written; nothing with a shipped one. */
export const OwnActions = ({ id }: { readonly id: string }): ReactNode => {
  const record = useStore(({ knowledge }) => knowledge?.own.records.find((each) => each.id === id))
  const [removing, setRemoving] = useState(false)
  if (!record) return null
  return (
    <div className={css['own']}>
      <Button
        words={say('own.change')}
        onPress={() => {
          openOwnForm(draftOf(record))
        }}
      />
      <Button
        kind="quiet"
        icon="cross"
        words={say('own.remove')}
        onPress={() => {
          setRemoving(true)
        }}
      />
      {removing && (
        <RemoveOwn
          record={record}
          onClose={() => {
            setRemoving(false)
          }}
        />
      )}
    </div>
  )
}
