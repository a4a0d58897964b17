import { useCallback, useMemo } from 'react'
import type { KnowledgeView } from '../../../contract/views.ts'
import { useStore } from '../store/store.ts'

/** By their own ids, and by those that they cover; where two have the same, the first of them counts. */
const titlesIn = ({ fixes, checks, causes, own }: KnowledgeView): ReadonlyMap<string, string> => {
  const titles = new Map<string, string>()
  const add = (id: string, title: string): void => {
    if (!titles.has(id)) titles.set(id, title)
  }
  for (const { id, title, covers } of [...fixes, ...checks, ...causes])
    for (const each of [id, ...covers]) add(each, title)
  for (const { id, title } of own.former) add(id, title)
  return titles
}

/** The title of a fix, check or cause by its id; the id where the knowledge base no longer has it. */
export const useTitle = (): ((id: string) => string) => {
  const knowledge = useStore((store) => store.knowledge)
  const titles = useMemo(() => knowledge && titlesIn(knowledge), [knowledge])
  return useCallback((id) => titles?.get(id) ?? id, [titles])
}
