import { useStore } from '../store/store.ts'

/** The title of a fix or check by its id; the id where the knowledge base no longer has it. */
export const useTitle = (): ((id: string) => string) => {
  const knowledge = useStore((store) => store.knowledge)
  return (id) =>
    [...(knowledge?.fixes ?? []), ...(knowledge?.checks ?? [])].find(
      (step) => step.id === id || step.covers.includes(id),
    )?.title ??
    knowledge?.own.former.find((former) => former.id === id)?.title ??
    id
}
