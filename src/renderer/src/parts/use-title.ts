import { useStore } from '../store/store.ts'

/** The title of a fix, check or cause by its id; the id where the knowledge base no longer has it. */
export const useTitle = (): ((id: string) => string) => {
  const knowledge = useStore((store) => store.knowledge)
  return (id) =>
    [...(knowledge?.fixes ?? []), ...(knowledge?.checks ?? []), ...(knowledge?.causes ?? [])].find(
      (record) => record.id === id || record.covers.includes(id),
    )?.title ??
    knowledge?.own.former.find((former) => former.id === id)?.title ??
    id
}
