import { done, failed, type Answer } from '../core/failure.ts'
import { readKnowledge } from '../core/knowledge/parse-knowledge.ts'
import { recordsOf } from '../core/knowledge/records.ts'
import { SHIPPED_FILES } from '../core/knowledge/shipped-files.ts'
import type { Printed } from './phone-commands.ts'

/** The faults of the data. Loads nothing that trusts the data: everything else stops at the first fault. */
export const knowledgeCheck = (): Answer<Printed> => {
  const { knowledge, faults } = readKnowledge(SHIPPED_FILES)
  const records = Object.fromEntries(
    knowledge === null ? [] : recordsOf(knowledge).map(([kind, each]) => [kind, each.length]),
  )
  const counts = Object.entries(records).map(([kind, count]) => `${kind} ${count}`)
  return done({
    json: { schema: 1, version: knowledge?.version ?? null, records, faults },
    text: faults.length > 0 ? faults.join('\n') : `No faults. Records: ${counts.join(', ')}`,
    ...(faults.length > 0 && { failure: failed('knowledge.faulty', { count: faults.length }).failure }),
  })
}
