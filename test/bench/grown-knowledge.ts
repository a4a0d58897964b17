import type { Knowledge } from '../../src/core/knowledge/knowledge.ts'

/** The shipped knowledge with further causes in the likeness of its own, each as rare as keeps the sum of all. */
export const grownKnowledge = (knowledge: Knowledge, count: number): Knowledge => {
  const { causes } = knowledge
  const share = causes.length / count
  const grown = Array.from({ length: count }, (_, index) => {
    const like = causes[index % causes.length]
    if (like === undefined) throw new Error('no causes')
    const round = Math.floor(index / causes.length)
    return { ...like, id: round === 0 ? like.id : `${like.id}-${String(round)}`, prior: like.prior * share }
  })
  return {
    ...knowledge,
    causes: grown,
    fixes: knowledge.fixes.map((fix) => ({
      ...fix,
      fixes: Object.fromEntries(
        grown.flatMap(({ id }) => {
          const chance = fix.fixes[id.replace(/-\d+$/u, '')] ?? fix.fixes[id]
          return chance === undefined ? [] : [[id, chance]]
        }),
      ),
    })),
  }
}
