import { useState } from 'react'
import type { Answer, Failure } from '../../../core/failure.ts'
import { unattended } from '../desk.ts'

export type Action = {
  readonly busy: boolean
  readonly failure: Failure | null
  readonly run: (work: () => Promise<Answer<unknown>>) => void
}

/** One thing asked of the desk: while it is under way a second click does nothing; a refusal is kept to be shown in place. */
export const useAction = (): Action => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const attempt = async (work: () => Promise<Answer<unknown>>): Promise<void> => {
    setBusy(true)
    try {
      const answer = await work()
      setFailure(answer.ok ? null : answer.failure)
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    failure,
    run: (work) => {
      if (!busy) unattended(attempt(work))
    },
  }
}
