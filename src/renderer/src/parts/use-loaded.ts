import { useEffect, useEffectEvent, useState } from 'react'
import type { Answer } from '../../../core/failure.ts'
import { useAction, type Action } from './use-action.ts'

type Loaded<T> = Action & {
  readonly value: T | null
  /** Asks for something that answers with the whole anew. */
  readonly change: (work: () => Promise<Answer<T>>) => void
}

/** Something that is asked for when its screen opens, and is replaced by what every change of it answers. */
export const useLoaded = <T>(load: () => Promise<Answer<T>>): Loaded<T> => {
  const [value, setValue] = useState<T | null>(null)
  const action = useAction()
  const change = (work: () => Promise<Answer<T>>): void => {
    action.run(async () => {
      const answer = await work()
      if (answer.ok) setValue(answer.value)
      return answer
    })
  }
  const loadOnce = useEffectEvent(() => {
    change(load)
  })
  useEffect(() => {
    loadOnce()
  }, [])
  return { ...action, value, change }
}
